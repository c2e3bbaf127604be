// One tool of the list: what it is, what is true of it, what is recorded there, and the way out.
import { switchNames } from "../../../../schemas/step.ts";
import type { Tool } from "../../../../schemas/tool.ts";
import { kindsIn } from "../../../consent/gate.ts";
import { ask } from "../../../messaging/ask.ts";
import { counted, numberWords, t } from "../../../platform/words.ts";
import { narrowTool } from "../../../policy/narrow.ts";
import { policyOf } from "../../../policy/state.ts";
import { bundled } from "../../../vocabulary/bundled.ts";
import { dayWords, heading } from "../../time-words.ts";
import { type Acting, must, Said, useAct } from "../../use-act.tsx";
import type { PageFacts } from "../../use-facts.ts";
import { excludedOf, LeftOut } from "./left-out.tsx";
import { Letter, Pattern } from "./named.tsx";
import { Published } from "./published.tsx";
import { ToolKinds } from "./tool-kinds.tsx";
import { toolState } from "./tool-state.ts";
import { ToolTruth } from "./tool-truth.tsx";
import { useNarrowing } from "./use-narrowing.ts";

interface ToolCardProps {
  facts: PageFacts;
  tool: Tool;
  steps: number;
  granted: boolean | undefined;
  /** Says that the tool is removed, when its card is gone. */
  removing: Acting;
}

export function ToolCard({ facts, tool: stored, steps, granted, removing }: ToolCardProps) {
  const acting = useAct();
  const { tool, narrows, said } = useNarrowing(stored);
  const vocabulary = bundled().find((each) => each.tool === tool.vocabulary);
  const remove = () =>
    removing.run(async () => {
      must(await ask("tool.remove", { tool: tool.id }));
      return t("tools.removed", tool.alias);
    });
  return (
    <article class="card tool" aria-labelledby={`tool-${tool.id}`}>
      <header>
        <div>
          <Letter alias={tool.alias} />
          <h2 class="h3" id={`tool-${tool.id}`}>
            {tool.alias}
          </h2>
        </div>
        <button type="button" class="btn small erase" aria-describedby={`tool-${tool.id}`} onClick={remove}>
          {t("tools.remove")}
        </button>
      </header>
      <div class="stack">
        <ToolTruth tool={tool} state={toolState(facts, tool, granted)} acting={acting} />
        <Pattern pattern={tool.pattern} />
        <dl class="facts">
          <Fact name={t("tool.reason")}>{tool.reason || t("tools.noReason")}</Fact>
          <Fact name={t("tool.owner")}>{tool.owner || t("tools.noOwner")}</Fact>
          <Fact name={t("tools.since")}>{heading(dayWords(tool.addedAt, facts.now))}</Fact>
          <Fact name={t("tools.steps")}>{numberWords(steps)}</Fact>
          <Fact name={t("tools.labels")}>
            {vocabulary ? t("tool.edition", vocabulary.title, vocabulary.version) : t("tool.noVocabulary")}
            {vocabulary && <Published alias={tool.alias} vocabulary={vocabulary} />}
          </Fact>
          {tool.listedBy && <Fact name={t("tools.listedBy")}>{t("tools.byCompany")}</Fact>}
        </dl>
        <details>
          <summary>{narrowWords(facts, tool)}</summary>
          <div class="stack">
            <ToolKinds facts={facts} tool={tool} narrows={narrows} />
            <LeftOut facts={facts} tool={tool} narrows={narrows} />
          </div>
        </details>
        <Said acting={acting} />
        <p class="said small" role="status">
          {said}
        </p>
      </div>
    </article>
  );
}

/** "9 of 12 kinds, 1 part left out" */
function narrowWords(facts: PageFacts, tool: Tool): string {
  const said = policyOf(facts.policy);
  const narrowed = said ? narrowTool(tool, said) : tool;
  const kinds = narrowed ? kindsIn(facts, narrowed).length : 0;
  return counted("tools.narrow", excludedOf(facts, tool).length, kinds, switchNames.length);
}

const Fact = ({ name, children }: { name: string; children: preact.ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
