import { aboutOf, type SwitchName, switchNames } from "../../../schemas/step.ts";

interface KindSwitchesProps {
  kinds: readonly SwitchName[];
  onChange: (kinds: readonly SwitchName[]) => void;
  /** Agreeing was tried with nothing switched on. */
  problem: boolean;
  agreed: boolean;
}

/** One switch a kind, all off at first; its words are the recorder's own. */
export const KindSwitches = ({ kinds, onChange, problem, agreed }: KindSwitchesProps) => (
  <fieldset aria-describedby="kinds-problem">
    <legend>
      <h2>What may be recorded?</h2>
      <output class="small quiet">
        {kinds.length} of {switchNames.length} switched on
      </output>
    </legend>
    <div class="kinds">
      {switchNames.map((name) => (
        <label key={name} class="kind">
          <input
            class="switch"
            type="checkbox"
            // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own state
            role="switch"
            aria-label={aboutOf(name).title}
            aria-describedby={`what-${name}`}
            checked={kinds.includes(name)}
            onChange={({ currentTarget }) =>
              onChange(currentTarget.checked ? [...kinds, name] : kinds.filter((each) => each !== name))
            }
          />
          <span>
            <b>{aboutOf(name).title}</b>
            <span class="small quiet" id={`what-${name}`}>
              {aboutOf(name).what}
            </span>
          </span>
        </label>
      ))}
    </div>
    <p class="note pause small said" id="kinds-problem" role="alert">
      {problem && `Switch on at least one kind, or ${agreed ? "withdraw" : "decline"}`}
    </p>
  </fieldset>
);
