// One trajectory: a fold with its steps, stored and as they would leave, side by side.
import { useEffect, useRef, useState } from "preact/hooks";
import type { QueuedShipment } from "../../../../schemas/queue.ts";
import type { TrajectoryHead } from "../../../../schemas/trajectory.ts";
import { ask } from "../../../messaging/ask.ts";
import { t } from "../../../platform/words.ts";
import { database } from "../../database.ts";
import { memo } from "../../memo.ts";
import { aliasOf } from "../../named-tools.ts";
import type { SectionProps } from "../../options.tsx";
import { clockWords, heading, listWords, momentWords, spanWords } from "../../time-words.ts";
import { must, Said, useAct } from "../../use-act.tsx";
import { useLive } from "../../use-live.ts";
import { Steps } from "./steps.tsx";
import { taskWords } from "./task-words.ts";
import type { Deleting } from "./use-deleting.tsx";

export interface TrajectoryProps extends SectionProps {
  head: TrajectoryHead;
  deleting: Deleting;
}

interface FoldProps extends TrajectoryProps {
  /** The person asked for this one, perhaps for a step of it. */
  looked: number | null | undefined;
  first: boolean;
}

/** Rendered again only when something of it changed: the list has many, and gets longer while it is scrolled. */
export const TrajectoryFold = memo(function TrajectoryFold(props: FoldProps) {
  const { head, facts, deleting, looked, first } = props;
  const fold = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(first || looked !== undefined);
  // Null where there is none; undefined until that is known.
  const queued = useLive(() => shipmentOf(head), [head.id, head.closedAt]);
  const acting = useAct();
  useEffect(() => {
    if (looked === undefined) return;
    setOpen(true);
    if (looked !== null) return;
    fold.current?.scrollIntoView({ block: "start" });
    fold.current?.querySelector("summary")?.focus({ preventScroll: true });
  }, [looked]);
  const close = async () => {
    must(await ask("trajectory.close", {}));
    return t("trajectory.finished");
  };
  const aliases = listWords(head.tools.map((tool) => aliasOf(facts.tools, tool)));
  const begun = heading(momentWords(head.openedAt, facts.now));
  const task = taskWords(head, facts.tools);
  return (
    <details
      class="card flush trajectory"
      id={`trajectory-${head.id}`}
      data-testid="trajectory"
      ref={fold}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <span>
          <b>
            {head.closedAt === undefined ? begun : t("trajectory.span", begun, clockWords(head.closedAt))}
          </b>{" "}
          <span class="quiet">{aliases ? t("trajectory.inTools", aliases) : t("trajectory.inNone")}</span>
          {task && <span class="small quiet block">{task}</span>}
        </span>
        <State head={head} queued={queued} now={facts.now} />
      </summary>
      {open && queued !== undefined && (
        <Steps
          head={head}
          queued={queued ?? undefined}
          facts={facts}
          deleting={deleting}
          looked={looked ?? null}
        />
      )}
      <div class="bar">
        {head.closedAt === undefined && (
          <button type="button" class="btn" onClick={() => acting.run(close)}>
            {t("trajectory.finish")}
          </button>
        )}
        <Said acting={acting} />
        <button
          type="button"
          class="btn erase push"
          onClick={() => deleting.remove({ by: "trajectory", trajectory: head.id })}
        >
          {t("trajectory.delete")}
        </button>
      </div>
    </details>
  );
});

const shipmentOf = async ({ id, closedAt }: TrajectoryHead): Promise<QueuedShipment | null> =>
  closedAt === undefined ? null : ((await database.shipments.where("trajectory").equals(id).first()) ?? null);

interface StateProps {
  head: TrajectoryHead;
  queued: QueuedShipment | null | undefined;
  now: number;
}

function State({ head, queued, now }: StateProps) {
  if (head.closedAt === undefined) return <span class="tag here">{t("trajectory.open")}</span>;
  if (queued === undefined) return null;
  if (!queued) return <span class="tag">{t("trajectory.keptHere")}</span>;
  if (queued.state === "shipped") return <span class="tag leaves">{t("trajectory.shipped")}</span>;
  if (queued.state === "rejected") return <span class="tag pause">{t("trajectory.refused")}</span>;
  return (
    <span class="tag pause">
      {queued.readyAt > now
        ? t("trajectory.waits", spanWords(queued.readyAt - now))
        : t("trajectory.leaving")}
    </span>
  );
}
