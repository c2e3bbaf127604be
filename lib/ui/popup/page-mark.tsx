// The mark in the page: off until the person turns it on, and it says what that means.
import { useEffect, useState } from "preact/hooks";
import { readMarkWanted } from "../../mark/show-mark.ts";
import { ask } from "../../messaging/ask.ts";
import { t } from "../../platform/words.ts";
import { database } from "../database.ts";
import { must, Said, useAct } from "../use-act.tsx";
import { useLive } from "../use-live.ts";

export function PageMark() {
  const shown = useLive(() => readMarkWanted(database), []);
  // What was just chosen, until it is so: a switch that springs back for a moment says that it was refused.
  const [chosen, setChosen] = useState<boolean | undefined>(undefined);
  useEffect(() => setChosen(undefined), [shown]);
  const acting = useAct();
  if (shown === undefined) return null;
  const on = chosen ?? shown;
  const choose = (wanted: boolean) =>
    acting.run(async () => {
      setChosen(wanted);
      try {
        must(await ask("mark.show", { shown: wanted }));
      } catch (problem) {
        setChosen(undefined);
        throw problem;
      }
      return undefined;
    });
  return (
    <div class="part">
      <label class="kind">
        <input
          type="checkbox"
          role="switch"
          class="switch"
          checked={on}
          aria-checked={on}
          aria-describedby="mark-text"
          onChange={(event) => choose(event.currentTarget.checked)}
        />
        <span>
          <b>{t("popup.markTitle")}</b>
        </span>
      </label>
      <p class="small quiet" id="mark-text">
        {t("popup.markText")}
      </p>
      <Said acting={acting} />
    </div>
  );
}
