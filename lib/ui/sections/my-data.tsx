// What is stored here, what waits to leave, and the ways to delete any of it.
import { useState } from "preact/hooks";
import { ask } from "../../messaging/ask.ts";
import { readQueue, readTrajectories } from "../../store/read.ts";
import { Confirm } from "../confirm.tsx";
import { database } from "../database.ts";
import { Mark } from "../icons.tsx";
import type { SectionProps } from "../options.tsx";
import { countWords } from "../time-words.ts";
import { must, Said, useAct } from "../use-act.tsx";
import { useHash } from "../use-hash.ts";
import { useLive } from "../use-live.ts";
import { TrajectoryFold } from "./trajectory.tsx";
import { WaitingQueue } from "./waiting-queue.tsx";

const page = 20;

const read = async (limit: number) => {
  const totals = await database.totals.toArray();
  return {
    trajectories: await readTrajectories(database, limit + 1),
    queue: await readQueue(database),
    steps: totals.reduce((sum, { count }) => sum + count, 0),
    tools: new Set(totals.filter(({ count }) => count > 0).map(({ tool }) => tool)),
  };
};

export function MyData({ facts }: SectionProps) {
  const [limit, setLimit] = useState(page);
  const found = useLive(() => read(limit), [limit]);
  const looked = useHash().split("/")[1];
  const acting = useAct();
  if (!found) return <section class="view" />;
  const { trajectories, queue, steps, tools } = found;
  const waiting = queue.filter(({ state }) => state === "waiting");
  return (
    <section class="view">
      <h1>My data</h1>
      <p class="lead" data-testid="truth">
        {steps === 0
          ? "No step is stored in this browser."
          : `${countWords(steps, "step is", "steps are")} stored in this browser. Only you see them; each goes away 30 days after it was recorded.`}
      </p>
      <div class="stack wide">
        {waiting.length > 0 && <WaitingQueue waiting={waiting} facts={facts} acting={acting} />}
        <div class="section-head">
          <h2>Trajectories</h2>
          {trajectories.length > 0 && (
            <button type="button" class="btn" onClick={() => acting.run(forgetMinutes)}>
              Forget the last 15 minutes
            </button>
          )}
        </div>
        <Said acting={acting} />
        {trajectories.length === 0 ? (
          <Empty />
        ) : (
          <div class="stack">
            {trajectories.slice(0, limit).map((head, at) => (
              <TrajectoryFold
                key={head.id}
                head={head}
                queued={queue.find(({ trajectory }) => trajectory === head.id)}
                facts={facts}
                acting={acting}
                looked={looked === head.id}
                first={at === 0}
              />
            ))}
          </div>
        )}
        {trajectories.length > limit && (
          <div class="row">
            <button type="button" class="btn" onClick={() => setLimit(limit + page)}>
              Show earlier trajectories
            </button>
          </div>
        )}
        {tools.size > 0 && <ForgetTool facts={facts} withSteps={tools} />}
      </div>
    </section>
  );
}

async function forgetMinutes(): Promise<string> {
  must(await ask("minutes.forget", { minutes: 15 }));
  return "The last 15 minutes are forgotten. They will not leave.";
}

const Empty = () => (
  <div class="card empty">
    <Mark sign="none" />
    <p>Your steps appear here while you work in a tool that you allowed.</p>
    <a class="btn" href="#tools">
      Tools
    </a>
  </div>
);

function ForgetTool({ facts, withSteps }: SectionProps & { withSteps: ReadonlySet<string> }) {
  const acting = useAct();
  return (
    <section class="card stack" aria-labelledby="forget-tool">
      <h2 id="forget-tool">Delete a tool's steps</h2>
      <ul class="stack tight">
        {facts.tools
          .filter(({ id }) => withSteps.has(id))
          .map(({ id, alias, removedAt }) => (
            <li key={id} class="section-head">
              <span class="grow">
                {alias} {removedAt !== undefined && <span class="small quiet">removed from the list</span>}
              </span>
              <Confirm
                small
                opens={`Delete the steps in ${alias} …`}
                question={`Delete all steps in ${alias}?`}
                does="Delete for good"
                onConfirm={() =>
                  acting.run(async () => {
                    must(await ask("tool.forget", { tool: id }));
                    return `All steps in ${alias} are deleted. They will not leave.`;
                  })
                }
              >
                <p>
                  They cannot be brought back, and none of them that waits will leave. What left stays at the
                  collector.
                </p>
              </Confirm>
            </li>
          ))}
      </ul>
      <Said acting={acting} />
    </section>
  );
}
