// One trajectory: a fold with its steps, stored and as they would leave, side by side.
import { useEffect, useRef, useState } from "preact/hooks";
import type { QueuedShipment } from "../../../schemas/queue.ts";
import type { TrajectoryHead } from "../../../schemas/trajectory.ts";
import { ask } from "../../messaging/ask.ts";
import { aliasOf } from "../named-tools.ts";
import type { SectionProps } from "../options.tsx";
import { clockWords, listWords, momentWords, spanWords } from "../time-words.ts";
import { type Acting, must } from "../use-act.tsx";
import { ExactBytes } from "./exact-bytes.tsx";
import { Steps } from "./steps.tsx";

interface TrajectoryFoldProps extends SectionProps {
  head: TrajectoryHead;
  queued: QueuedShipment | undefined;
  acting: Acting;
  /** The person asked for this one. */
  looked: boolean;
  first: boolean;
}

export function TrajectoryFold({ head, queued, facts, acting, looked, first }: TrajectoryFoldProps) {
  const fold = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(first || looked);
  useEffect(() => {
    if (!looked) return;
    setOpen(true);
    fold.current?.scrollIntoView({ block: "start" });
    fold.current?.querySelector("summary")?.focus({ preventScroll: true });
  }, [looked]);
  const close = async () => {
    must(await ask("trajectory.close", {}));
    return "Finished. It waits for your review now.";
  };
  const remove = async () => {
    must(await ask("trajectory.delete", { trajectory: head.id }));
    return "Trajectory deleted.";
  };
  const aliases = listWords(head.tools.map((tool) => aliasOf(facts.tools, tool)));
  const end = head.closedAt === undefined ? "" : ` to ${clockWords(head.closedAt)}`;
  return (
    <details
      class="card flush trajectory"
      data-testid="trajectory"
      ref={fold}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <span>
          <b>
            {momentWords(head.openedAt, facts.now)}
            {end}
          </b>{" "}
          <span class="quiet">in {aliases || "no tool yet"}</span>
        </span>
        <State head={head} queued={queued} now={facts.now} />
      </summary>
      {open && <Steps head={head} queued={queued} facts={facts} acting={acting} />}
      {open && queued && (
        <div class="bytes">
          <ExactBytes queued={queued} />
        </div>
      )}
      <div class="bar">
        {head.closedAt === undefined && (
          <button type="button" class="btn" onClick={() => acting.run(close)}>
            Finish this trajectory
          </button>
        )}
        <button type="button" class="btn erase push" onClick={() => acting.run(remove)}>
          Delete this trajectory
        </button>
      </div>
    </details>
  );
}

function State({ head, queued, now }: Pick<TrajectoryFoldProps, "head" | "queued"> & { now: number }) {
  if (head.closedAt === undefined) return <span class="tag here">open, still growing</span>;
  if (!queued) return <span class="tag">kept here only</span>;
  if (queued.state === "shipped") return <span class="tag leaves">shipped</span>;
  if (queued.state === "rejected") return <span class="tag pause">refused by the collector</span>;
  return (
    <span class="tag pause">
      {queued.readyAt > now ? `waits ${spanWords(queued.readyAt - now)}` : "leaving"}
    </span>
  );
}
