import { t } from "../../../platform/words.ts";
import { narrowTool } from "../../../policy/narrow.ts";
import { type PolicyState, policyOf } from "../../../policy/state.ts";
import { originOf } from "../../../scope/pattern.ts";
import { listWords } from "../../time-words.ts";
import type { Choice, ToolChoice } from "./tool-choice.ts";
import type { AnswerInTheMaking } from "./use-answer.ts";
import { asTool } from "./what-changed.ts";

interface ToolSwitchesProps {
  choice: ToolChoice;
  answer: AnswerInTheMaking;
  policy: PolicyState;
  /** The profile is shared, and its tools may be another person's. */
  anew: boolean;
}

/** One switch a tool that the answer may cover, all off at first; below, what it covers anyway. */
export function ToolSwitches({ choice: { choices, own }, answer, policy, anew }: ToolSwitchesProps) {
  if (choices.length === 0 && own.length === 0) return null;
  const flip = (pattern: string, on: boolean) =>
    answer.chooseTools(on ? [...answer.tools, pattern] : answer.tools.filter((each) => each !== pattern));
  return (
    <fieldset class="in-tools">
      <legend>
        <h2>{t("notice.tools")}</h2>
        {choices.length > 0 && (
          <output class="small quiet">{t("notice.switchedOn", answer.tools.length, choices.length)}</output>
        )}
      </legend>
      {choices.length > 0 && <p class="small quiet">{t(anew ? "notice.toolsAnew" : "notice.toolsListed")}</p>}
      <div class="kinds">
        {choices.map((choice, at) => (
          <label key={choice.pattern} class={choice.held ? "kind held" : "kind"}>
            <input
              class="switch"
              type="checkbox"
              // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own state
              role="switch"
              aria-label={choice.tool.alias}
              aria-describedby={`tool-${at}`}
              disabled={choice.held}
              checked={answer.tools.includes(choice.pattern)}
              onChange={({ currentTarget }) => flip(choice.pattern, currentTarget.checked)}
            />
            <span>
              <b>{choice.tool.alias}</b>
              <span class="small quiet" id={`tool-${at}`}>
                <ToolWords choice={choice} policy={policy} />
              </span>
            </span>
          </label>
        ))}
      </div>
      {own.length > 0 && (
        <p class="small quiet">{t("notice.toolsOwn", listWords(own.map(({ alias }) => alias)))}</p>
      )}
    </fieldset>
  );
}

/** Where it is, who runs it and why, and what the company itself leaves out there. */
function ToolWords({ choice: { tool, pattern, held }, policy }: { choice: Choice; policy: PolicyState }) {
  const { host } = new URL(originOf(pattern));
  const company = policyOf(policy);
  const left = company && narrowTool(asTool(tool), company);
  return (
    <>
      <span>{tool.owner ? t("notice.toolAt", host, tool.owner) : host}</span>
      {tool.reason && <span>{tool.reason}</span>}
      {left?.kinds && (
        <span>{t("notice.toolKinds", listWords(left.kinds.map((kind) => t(`kind.${kind}.title`))))}</span>
      )}
      {left?.exclude && <span>{t("notice.toolWithout", listWords([...new Set(left.exclude)]))}</span>}
      {held && <span class="held-words">{t("notice.held")}</span>}
    </>
  );
}
