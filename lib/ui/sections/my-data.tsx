// What is stored here, what waits to leave, and the ways to delete any of it.
import { useState } from "preact/hooks";
import { ask } from "../../messaging/ask.ts";
import { counted, t } from "../../platform/words.ts";
import { readQueue, readTrajectories } from "../../store/read.ts";
import { Confirm } from "../confirm.tsx";
import { database } from "../database.ts";
import { Mark } from "../icons.tsx";
import type { SectionProps } from "../options.tsx";
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
      <h1>{t("section.data")}</h1>
      <p class="lead" data-testid="truth">
        {steps === 0 ? t("data.none") : counted("data.stored", steps)}
      </p>
      <div class="stack wide">
        {waiting.length > 0 && <WaitingQueue waiting={waiting} facts={facts} acting={acting} />}
        <div class="section-head">
          <h2>{t("data.trajectories")}</h2>
          {trajectories.length > 0 && (
            <button type="button" class="btn" onClick={() => acting.run(forgetMinutes)}>
              {t("action.forget15")}
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
              {t("data.earlier")}
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
  return t("act.forgotten15");
}

const Empty = () => (
  <div class="card empty">
    <Mark sign="none" />
    <p>{t("data.empty")}</p>
    <a class="btn" href="#tools">
      {t("section.tools")}
    </a>
  </div>
);

function ForgetTool({ facts, withSteps }: SectionProps & { withSteps: ReadonlySet<string> }) {
  const acting = useAct();
  return (
    <section class="card stack" aria-labelledby="forget-tool">
      <h2 id="forget-tool">{t("data.ofTool")}</h2>
      <ul class="stack tight">
        {facts.tools
          .filter(({ id }) => withSteps.has(id))
          .map(({ id, alias, removedAt }) => (
            <li key={id} class="section-head">
              <span class="grow">
                {alias} {removedAt !== undefined && <span class="small quiet">{t("data.unlisted")}</span>}
              </span>
              <Confirm
                small
                opens={t("data.forget", alias)}
                question={t("data.forgetAsk", alias)}
                does={t("action.erase")}
                onConfirm={() =>
                  acting.run(async () => {
                    must(await ask("tool.forget", { tool: id }));
                    return t("data.forgotten", alias);
                  })
                }
              >
                <p>{t("data.forgetLost")}</p>
              </Confirm>
            </li>
          ))}
      </ul>
      <Said acting={acting} />
    </section>
  );
}
