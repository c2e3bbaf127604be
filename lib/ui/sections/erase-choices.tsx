// Three ways to end it, each asked once: what is here, what was shipped, both.
import type { ComponentChildren } from "preact";
import { ask } from "../../messaging/ask.ts";
import type { Held } from "../../personal-data/what-left.ts";
import { counted, t } from "../../platform/words.ts";
import { erasingWindow } from "../../store/erasing-window.ts";
import { Confirm } from "../confirm.tsx";
import { Icon } from "../icons.tsx";
import { ProgressBar } from "../progress.tsx";
import { longSpanWords } from "../time-words.ts";
import { must, Said, useAct } from "../use-act.tsx";
import { SaveEraseKeys } from "./save-erase-keys.tsx";

const eraseShipped = async () => must(await ask("shipped.erase", { shipments: "all" }));
const eraseHere = async () => must(await ask("everything.erase", {}));

/** What is nothing is not said. */
const here = ({ steps, waiting, staying }: Held): string[] => [
  counted("erase.steps", steps),
  ...(waiting > 0 ? [counted("erase.waiting", waiting)] : []),
  ...(staying > 0 ? [counted("erase.keys", staying)] : []),
];

const lost = ({ waiting }: Held): string =>
  waiting > 0 ? counted("erase.lost", waiting) : t("erase.lostSteps");

export function EraseChoices({ held }: { held: Held }) {
  const acting = useAct();
  const window = longSpanWords(erasingWindow());
  const act = (erase: () => Promise<void>, done: string) => () =>
    acting.run(async () => {
      await erase();
      return done;
    });
  const both = async () => {
    // Asked first: should the second fail, the keys are still here and on their way.
    await eraseShipped();
    await eraseHere();
  };
  return (
    <section class="stack" aria-labelledby="erase-title">
      <h2 id="erase-title">{t("erase.title")}</h2>
      <div class="cols">
        <Choice icon="here" title={t("erase.here")} says={here(held)}>
          <Confirm
            opens={t("erase.open")}
            question={counted("erase.ask", held.steps)}
            does={t("erase.do")}
            disabled={acting.busy}
            onConfirm={act(eraseHere, t("erase.done"))}
          >
            <p>{lost(held)}</p>
            <p>
              {held.staying > 0 && counted("erase.stays", held.staying)} {t("erase.staysRest")}
            </p>
            {held.keys > 0 && <SaveEraseKeys label={t("erase.keysFirst")} />}
          </Confirm>
        </Choice>
        <Choice
          icon="leaves"
          title={t("erase.shipped")}
          says={[counted("erase.left", held.erasable), t("erase.slowly", window)]}
        >
          <Confirm
            opens={t("erase.openShipped")}
            question={counted("erase.askShipped", held.erasable)}
            does={t("erase.doShipped")}
            disabled={acting.busy || held.erasable === 0}
            onConfirm={act(eraseShipped, t("erase.asked", window))}
          >
            <p>{t("erase.lostShipped")}</p>
            <p>{counted("erase.staysShipped", held.steps)}</p>
          </Confirm>
        </Choice>
        <Choice icon="erase" title={t("erase.both")} says={[t("erase.all"), t("erase.model")]}>
          <Confirm
            opens={t("erase.openBoth")}
            question={counted("erase.askBoth", held.steps, held.erasable)}
            does={t("erase.doBoth")}
            disabled={acting.busy || held.erasable === 0}
            onConfirm={act(both, t("erase.doneBoth", window))}
          >
            <p>
              {lost(held)} {t("erase.lostShipped")}
            </p>
            <p>
              {t("erase.staysBoth")} {t("erase.staysRest")}
            </p>
            {held.keys > 0 && <SaveEraseKeys label={t("erase.keysFirst")} />}
          </Confirm>
        </Choice>
      </div>
      {acting.busy && <progress aria-label={t("erase.busy")} />}
      <Said acting={acting} />
      {held.asked > 0 && (
        <div class="card">
          <ProgressBar
            label={t("erase.underWay")}
            figures={counted("erase.progress", held.asked, held.acknowledged)}
            done={held.acknowledged}
            of={held.asked}
          />
        </div>
      )}
      <p class="note small">{t("erase.goesOn")}</p>
    </section>
  );
}

interface ChoiceProps {
  icon: "here" | "leaves" | "erase";
  title: string;
  says: readonly string[];
  children: ComponentChildren;
}

const Choice = ({ icon, title, says, children }: ChoiceProps) => (
  <article class="card choice">
    <h3 class={`row ${icon}`}>
      <Icon name={icon} />
      {title}
    </h3>
    <p>{says.join(" ")}</p>
    {children}
  </article>
);
