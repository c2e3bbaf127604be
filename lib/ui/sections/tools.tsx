// The allow-list: where recording may happen, and nowhere else.
import type { Tool } from "../../../schemas/tool.ts";
import { ask } from "../../messaging/ask.ts";
import { numberWords, t } from "../../platform/words.ts";
import { bundled } from "../../vocabulary/bundled.ts";
import { database } from "../database.ts";
import { Mark } from "../icons.tsx";
import type { SectionProps } from "../options.tsx";
import { dayWords, heading } from "../time-words.ts";
import { type Acting, must, Said, useAct } from "../use-act.tsx";
import { useLive } from "../use-live.ts";
import { AddTool } from "./add-tool.tsx";

async function countByTool(): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { tool, count } of await database.totals.toArray())
    counts.set(tool, (counts.get(tool) ?? 0) + count);
  return counts;
}

export function Tools({ facts }: SectionProps) {
  const counts = useLive(countByTool, []);
  const acting = useAct();
  const listed = facts.tools.filter(({ removedAt }) => removedAt === undefined);
  return (
    <section class="view">
      <h1>{t("section.tools")}</h1>
      <p class="lead">{t("tools.lead")}</p>
      <div class="stack wide">
        {facts.consent.answer !== "agreed" && (
          <p class="note pause">
            {t("tools.notAgreed")} <a href="#notice">{t("action.readNotice")}</a>
          </p>
        )}
        <AddTool listed={listed} />
        <Said acting={acting} />
        {listed.length === 0 ? (
          <div class="card empty">
            <Mark sign="none" />
            <p>{t("tools.empty")}</p>
          </div>
        ) : (
          <div class="tools">
            {listed.map((tool) => (
              <ToolCard
                key={tool.id}
                tool={tool}
                steps={counts?.get(tool.id) ?? 0}
                now={facts.now}
                acting={acting}
              />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

interface ToolCardProps {
  tool: Tool;
  steps: number;
  now: number;
  acting: Acting;
}

function ToolCard({ tool, steps, now, acting }: ToolCardProps) {
  const vocabulary = bundled().find((each) => each.tool === tool.vocabulary);
  const remove = () =>
    acting.run(async () => {
      must(await ask("tool.remove", { tool: tool.id }));
      return t("tools.removed", tool.alias);
    });
  return (
    <article class="card tool" aria-labelledby={`tool-${tool.id}`}>
      <header>
        <div>
          <span class="letter" aria-hidden="true">
            {[...tool.alias][0]?.toUpperCase()}
          </span>
          <h2 class="h3" id={`tool-${tool.id}`}>
            {tool.alias}
          </h2>
        </div>
        <button type="button" class="btn small erase" aria-describedby={`tool-${tool.id}`} onClick={remove}>
          {t("tools.remove")}
        </button>
      </header>
      <div class="stack">
        <p class="code quiet">{tool.pattern}</p>
        <dl class="facts">
          <div>
            <dt>{t("tool.reason")}</dt>
            <dd>{tool.reason || t("tools.noReason")}</dd>
          </div>
          <div>
            <dt>{t("tool.owner")}</dt>
            <dd>{tool.owner || t("tools.noOwner")}</dd>
          </div>
          <div>
            <dt>{t("tools.since")}</dt>
            <dd>{heading(dayWords(tool.addedAt, now))}</dd>
          </div>
          <div>
            <dt>{t("tools.steps")}</dt>
            <dd>{numberWords(steps)}</dd>
          </div>
          <div>
            <dt>{t("tools.labels")}</dt>
            <dd>
              {vocabulary ? t("tool.edition", vocabulary.title, vocabulary.version) : t("tool.noVocabulary")}
            </dd>
          </div>
        </dl>
      </div>
    </article>
  );
}
