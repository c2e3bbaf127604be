// Which kinds are recorded in one tool: fewer than were agreed to, never more.
import { type SwitchName, switchNames } from "../../../../schemas/step.ts";
import type { Tool } from "../../../../schemas/tool.ts";
import { t } from "../../../platform/words.ts";
import { allows } from "../../../policy/narrow.ts";
import { policyOf } from "../../../policy/state.ts";
import type { Facts } from "../../recording-state.ts";
import type { Narrows } from "./use-narrowing.ts";

interface ToolKindsProps {
  facts: Facts;
  tool: Tool;
  narrows: Narrows;
}

/** Why a switch cannot be moved here; undefined when it can. */
function heldWords({ consent, policy }: Facts, tool: Tool, kind: SwitchName): string | undefined {
  const said = policyOf(policy);
  if (said && !allows(said, tool, kind)) return t("intool.byPolicy");
  return consent.kinds.includes(kind) ? undefined : t("intool.notAgreed");
}

export function ToolKinds({ facts, tool, narrows }: ToolKindsProps) {
  const chosen = tool.kinds ?? switchNames;
  const choose = (kind: SwitchName, on: boolean) =>
    narrows({ kinds: switchNames.filter((one) => (one === kind ? on : chosen.includes(one))) });
  return (
    <fieldset class="tool-kinds" aria-describedby={`kinds-${tool.id}`}>
      <legend>{t("intool.kinds")}</legend>
      <p class="small quiet" id={`kinds-${tool.id}`}>
        {t("intool.kindsHint")} <a href="#notice">{t("section.notice")}</a>
      </p>
      <div class="kindline">
        {switchNames.map((kind) => {
          const held = heldWords(facts, tool, kind);
          const id = `held-${tool.id}-${kind}`;
          return (
            <label key={kind} class="kind">
              <input
                class="switch"
                type="checkbox"
                // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own state
                role="switch"
                checked={held === undefined && chosen.includes(kind)}
                disabled={held !== undefined}
                aria-label={t(`kind.${kind}.title`)}
                aria-describedby={held && id}
                onChange={({ currentTarget }) => choose(kind, currentTarget.checked)}
              />
              <span>
                {t(`kind.${kind}.title`)}
                {held && (
                  <span class="small quiet" id={id}>
                    {held}
                  </span>
                )}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
