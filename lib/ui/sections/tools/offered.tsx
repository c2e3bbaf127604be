// The company's list: what is on it and not taken over. Each is off until the person says yes to it.
import type { DescribedTool, Tool } from "../../../../schemas/tool.ts";
import { ask } from "../../../messaging/ask.ts";
import { t } from "../../../platform/words.ts";
import { narrowTool, offeredTools } from "../../../policy/narrow.ts";
import { policyOf } from "../../../policy/state.ts";
import { originOf } from "../../../scope/pattern.ts";
import { dayWords, listWords } from "../../time-words.ts";
import { type Acting, Said, useAct } from "../../use-act.tsx";
import type { PageFacts } from "../../use-facts.ts";
import { askBrowser, listOnce } from "./ask-browser.ts";
import { Letter, Pattern } from "./named.tsx";
import type { Granted } from "./use-granted.ts";

interface OfferedProps {
  facts: PageFacts;
  granted: Granted;
}

export function Offered({ facts, granted }: OfferedProps) {
  const acting = useAct();
  const policy = policyOf(facts.policy);
  const offered = offeredTools(policy, facts.tools);
  if (!policy?.tools) return null;
  const title = policy.company ? t("offered.titleOf", policy.company) : t("offered.title");
  return (
    <section class="card flush" aria-label={title}>
      <header>
        <h2>{title}</h2>
      </header>
      <p class="quiet">{t(offered.length === 0 ? "offered.none" : "offered.lead")}</p>
      <ul class="tool-rows">
        {offered.map((tool) => (
          <OfferedTool
            key={tool.pattern}
            facts={facts}
            tool={tool}
            had={granted.get(tool.pattern) ?? false}
            acting={acting}
          />
        ))}
      </ul>
      <Said acting={acting} />
    </section>
  );
}

interface OfferedToolProps {
  facts: PageFacts;
  tool: DescribedTool;
  had: boolean;
  acting: Acting;
}

function OfferedTool({ facts, tool, had, acting }: OfferedToolProps) {
  const { alias, pattern, owner, reason } = tool;
  const policy = policyOf(facts.policy)!;
  const plain: Tool = { id: "", addedAt: 0, alias, pattern, owner, reason, vocabulary: tool.vocabulary };
  const left = narrowTool(plain, policy);
  const before = facts.tools.find((one) => one.pattern === pattern);
  const take = () => {
    if (acting.busy) return;
    const { host } = new URL(originOf(pattern));
    const granted = askBrowser(pattern);
    acting.run(async () => {
      const problem = await listOnce(granted, {
        pattern,
        host,
        had,
        add: () => ask("tool.take", { pattern }),
      });
      return problem ?? t("add.added", alias);
    });
  };
  return (
    <li>
      <Letter alias={alias} />
      <div>
        <h3>{alias}</h3>
        <Pattern pattern={pattern} />
        <p>{t("offered.why", reason || t("tools.noReason"), owner || t("tools.noOwner"))}</p>
        {left?.kinds && (
          <p class="small quiet">
            {t("offered.kinds", listWords(left.kinds.map((kind) => t(`kind.${kind}.title`))))}
          </p>
        )}
        {left?.exclude && (
          <p class="small quiet">{t("offered.exclude", listWords([...new Set(left.exclude)]))}</p>
        )}
        {before?.removedAt !== undefined && (
          <p class="small quiet">{t("offered.before", dayWords(before.removedAt, facts.now))}</p>
        )}
      </div>
      {left ? (
        <button type="button" class="btn" disabled={acting.busy} onClick={take}>
          {t(facts.consent.answer === "agreed" ? "offered.take" : "offered.list", alias)}
        </button>
      ) : (
        <p class="small quiet">{t("intool.state.forbidden")}</p>
      )}
    </li>
  );
}
