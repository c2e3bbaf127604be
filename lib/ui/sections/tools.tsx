// The allow-list: where recording may happen, and nowhere else.
import type { Tool } from "../../../schemas/tool.ts";
import { ask } from "../../messaging/ask.ts";
import { bundled } from "../../vocabulary/bundled.ts";
import { database } from "../database.ts";
import { Mark } from "../icons.tsx";
import type { SectionProps } from "../options.tsx";
import { dayWords } from "../time-words.ts";
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
      <h1>Tools</h1>
      <p class="lead">
        Recording happens in these tools and nowhere else. In every other page Tooltrail has no code at all.
      </p>
      <div class="stack wide">
        {facts.consent.answer !== "agreed" && (
          <p class="note pause">
            Nothing is recorded in any tool until you agree. <a href="#notice">Read the notice</a>
          </p>
        )}
        <AddTool listed={listed} />
        <Said acting={acting} />
        {listed.length === 0 ? (
          <div class="card empty">
            <Mark sign="none" />
            <p>No tool is on your list, so Tooltrail runs in no page.</p>
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
      return `${tool.alias} is removed, and recording in it has stopped. Its steps stay until you delete them under My data.`;
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
          Remove
        </button>
      </header>
      <div class="stack">
        <p class="code quiet">{tool.pattern}</p>
        <dl class="facts">
          <div>
            <dt>Reason</dt>
            <dd>{tool.reason || "None given"}</dd>
          </div>
          <div>
            <dt>Owner</dt>
            <dd>{tool.owner || "Not named"}</dd>
          </div>
          <div>
            <dt>Allowed since</dt>
            <dd>{dayWords(tool.addedAt, now)}</dd>
          </div>
          <div>
            <dt>Steps here</dt>
            <dd>{steps.toLocaleString("en-GB")}</dd>
          </div>
          <div>
            <dt>Labels it may name</dt>
            <dd>
              {vocabulary
                ? `${vocabulary.title}, version ${vocabulary.version}`
                : "None: roles and order only"}
            </dd>
          </div>
        </dl>
      </div>
    </article>
  );
}
