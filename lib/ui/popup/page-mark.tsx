// The mark in the page: off until the person turns it on, and it says what that means.
import { readMarkWanted } from "../../mark/show-mark.ts";
import { ask } from "../../messaging/ask.ts";
import { t } from "../../platform/words.ts";
import { database } from "../database.ts";
import { must, Said, useAct } from "../use-act.tsx";
import { useLive } from "../use-live.ts";

export function PageMark() {
  const shown = useLive(() => readMarkWanted(database), []);
  const acting = useAct();
  if (shown === undefined) return null;
  const choose = (wanted: boolean) =>
    acting.run(async () => void must(await ask("mark.show", { shown: wanted })));
  return (
    <div class="part">
      <label class="kind">
        <input
          type="checkbox"
          role="switch"
          class="switch"
          checked={shown}
          aria-checked={shown}
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
