// Tools that were removed and whose steps are still here, with the way back: a new answer.
import type { Tool } from "../../../../schemas/tool.ts";
import { ask } from "../../../messaging/ask.ts";
import { counted, t } from "../../../platform/words.ts";
import { offeredTools } from "../../../policy/narrow.ts";
import { policyOf } from "../../../policy/state.ts";
import { originOf } from "../../../scope/pattern.ts";
import { dayWords } from "../../time-words.ts";
import { type Acting, Said, useAct } from "../../use-act.tsx";
import type { PageFacts } from "../../use-facts.ts";
import { askBrowser, listOnce } from "./ask-browser.ts";
import { Letter, Pattern } from "./named.tsx";
import type { Granted } from "./use-granted.ts";

const shown = 24 * 3_600_000;

interface RemovedProps {
  facts: PageFacts;
  counts: ReadonlyMap<string, number>;
  granted: Granted;
}

export function Removed({ facts, counts, granted }: RemovedProps) {
  const acting = useAct();
  const offered = offeredTools(policyOf(facts.policy), facts.tools);
  const removed = facts.tools.filter(
    ({ id, removedAt }) =>
      removedAt !== undefined && ((counts.get(id) ?? 0) > 0 || facts.now - removedAt < shown),
  );
  if (removed.length === 0) return null;
  return (
    <section class="card flush" aria-label={t("tools.removedTitle")}>
      <header>
        <h2>{t("tools.removedTitle")}</h2>
      </header>
      <p class="quiet">
        {t("tools.removedLead")} <a href="#data">{t("section.data")}</a>
      </p>
      <ul class="tool-rows">
        {removed.map((tool) => (
          <li key={tool.id}>
            <Letter alias={tool.alias} />
            <div>
              <h3>{tool.alias}</h3>
              <Pattern pattern={tool.pattern} />
              <p class="small quiet">
                {t("tools.removedOn", dayWords(tool.removedAt!, facts.now))}{" "}
                {counted("tools.stay", counts.get(tool.id) ?? 0)}
              </p>
            </div>
            {tool.listedBy || offered.some(({ pattern }) => pattern === tool.pattern) ? null : (
              <AddAgain tool={tool} had={granted.get(tool.pattern) ?? false} acting={acting} />
            )}
          </li>
        ))}
      </ul>
      <Said acting={acting} />
    </section>
  );
}

function AddAgain({ tool, had, acting }: { tool: Tool; had: boolean; acting: Acting }) {
  const again = () => {
    if (acting.busy) return;
    const { alias, pattern, owner, reason, vocabulary } = tool;
    const { host } = new URL(originOf(pattern));
    const granted = askBrowser(pattern);
    acting.run(async () => {
      const add = () => ask("tool.add", { alias, pattern, owner, reason, vocabulary });
      return (await listOnce(granted, { pattern, host, had, add })) ?? t("add.added", alias);
    });
  };
  return (
    <button type="button" class="btn small" disabled={acting.busy} onClick={again}>
      {t("tools.again", tool.alias)}
    </button>
  );
}
