// One trajectory: a fold with its steps, stored and as they would leave, side by side.
import { useEffect, useRef, useState } from "preact/hooks";
import type { QueuedShipment } from "../../../schemas/queue.ts";
import type { TrajectoryHead } from "../../../schemas/trajectory.ts";
import { ask } from "../../messaging/ask.ts";
import { t } from "../../platform/words.ts";
import { aliasOf } from "../named-tools.ts";
import type { SectionProps } from "../options.tsx";
import { clockWords, heading, listWords, momentWords, spanWords } from "../time-words.ts";
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
    return t("trajectory.finished");
  };
  const remove = async () => {
    must(await ask("trajectory.delete", { trajectory: head.id }));
    return t("trajectory.deleted");
  };
  const aliases = listWords(head.tools.map((tool) => aliasOf(facts.tools, tool)));
  const begun = heading(momentWords(head.openedAt, facts.now));
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
            {head.closedAt === undefined ? begun : t("trajectory.span", begun, clockWords(head.closedAt))}
          </b>{" "}
          <span class="quiet">{aliases ? t("trajectory.inTools", aliases) : t("trajectory.inNone")}</span>
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
            {t("trajectory.finish")}
          </button>
        )}
        <button type="button" class="btn erase push" onClick={() => acting.run(remove)}>
          {t("trajectory.delete")}
        </button>
      </div>
    </details>
  );
}

function State({ head, queued, now }: Pick<TrajectoryFoldProps, "head" | "queued"> & { now: number }) {
  if (head.closedAt === undefined) return <span class="tag here">{t("trajectory.open")}</span>;
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
