import { type SwitchName, switchNames } from "../../../schemas/step.ts";
import { t } from "../../platform/words.ts";

interface KindSwitchesProps {
  kinds: readonly SwitchName[];
  onChange: (kinds: readonly SwitchName[]) => void;
  /** Agreeing was tried with nothing switched on. */
  problem: boolean;
  agreed: boolean;
}

/** One switch a kind, all off at first; its words are the kind's own. */
export const KindSwitches = ({ kinds, onChange, problem, agreed }: KindSwitchesProps) => (
  <fieldset aria-describedby="kinds-problem">
    <legend>
      <h2>{t("notice.kinds")}</h2>
      <output class="small quiet">{t("notice.switchedOn", kinds.length, switchNames.length)}</output>
    </legend>
    <div class="kinds">
      {switchNames.map((name) => (
        <label key={name} class="kind">
          <input
            class="switch"
            type="checkbox"
            // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own state
            role="switch"
            aria-label={t(`kind.${name}.title`)}
            aria-describedby={`what-${name}`}
            checked={kinds.includes(name)}
            onChange={({ currentTarget }) =>
              onChange(currentTarget.checked ? [...kinds, name] : kinds.filter((each) => each !== name))
            }
          />
          <span>
            <b>{t(`kind.${name}.title`)}</b>
            <span class="small quiet" id={`what-${name}`}>
              {t(`kind.${name}.what`)}
            </span>
          </span>
        </label>
      ))}
    </div>
    <p class="note pause small said" id="kinds-problem" role="alert">
      {problem && t(agreed ? "notice.oneOrWithdraw" : "notice.oneOrDecline")}
    </p>
  </fieldset>
);
