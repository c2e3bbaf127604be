import { switchNames } from "../../../schemas/step.ts";
import { together } from "../../anonymize/together.ts";
import { t } from "../../platform/words.ts";
import { listWords } from "../time-words.ts";
import type { AnswerInTheMaking } from "./notice/use-answer.ts";

interface KindSwitchesProps {
  answer: AnswerInTheMaking;
  agreed: boolean;
}

/** One switch a kind, all off at first; its words are the kind's own. What policy holds is dashed and says so. */
export function KindSwitches({ answer: { kinds, held, problem, chooseKinds }, agreed }: KindSwitchesProps) {
  // What the company rules out for everybody does not count as switched off.
  const counting = together.filter((name) => !held.has(name));
  return (
    <fieldset aria-describedby="kinds-problem">
      <legend>
        <h2>{t("notice.kinds")}</h2>
        <output class="small quiet">{t("notice.switchedOn", kinds.length, switchNames.length)}</output>
      </legend>
      <div class="kinds">
        {switchNames.map((name) => (
          <label key={name} class={held.has(name) ? "kind held" : "kind"}>
            <input
              class="switch"
              type="checkbox"
              // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own state
              role="switch"
              aria-label={t(`kind.${name}.title`)}
              aria-describedby={`what-${name}`}
              disabled={held.has(name)}
              checked={kinds.includes(name)}
              onChange={({ currentTarget }) =>
                chooseKinds(currentTarget.checked ? [...kinds, name] : kinds.filter((each) => each !== name))
              }
            />
            <span>
              <b>{t(`kind.${name}.title`)}</b>
              <span class="small quiet" id={`what-${name}`}>
                {t(`kind.${name}.what`)}
                {held.has(name) && <span class="held-words">{t("notice.held")}</span>}
              </span>
            </span>
          </label>
        ))}
      </div>
      {counting.length > 0 && (
        <p class="small quiet">
          {t("notice.together", listWords(counting.map((name) => t(`kind.${name}.title`))))}
        </p>
      )}
      <p class="note pause small said" id="kinds-problem" role="alert">
        {problem && t(agreed ? "notice.oneOrWithdraw" : "notice.oneOrDecline")}
      </p>
    </fieldset>
  );
}
