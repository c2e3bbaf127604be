// Shipments in their review window, each with its clock; the next to leave first.
import type { Tombstone } from "../../../../schemas/deletion.ts";
import type { QueuedShipment } from "../../../../schemas/queue.ts";
import { ask } from "../../../messaging/ask.ts";
import { counted, t } from "../../../platform/words.ts";
import type { Waiting } from "../../../store/read-waiting.ts";
import { aliasOf } from "../../named-tools.ts";
import type { SectionProps } from "../../options.tsx";
import { countShipped } from "../../shipment-text.ts";
import { listWords, momentWords, spanWords } from "../../time-words.ts";
import { must, Said, useAct } from "../../use-act.tsx";
import { look } from "./look.ts";
import { ReviewHours } from "./review-hours.tsx";
import { taskWords } from "./task-words.ts";
import type { Deleting } from "./use-deleting.tsx";

interface WaitingQueueProps extends SectionProps {
  count: number;
  first: readonly Waiting[];
  pending: readonly Tombstone[];
  hours: number;
  deleting: Deleting;
  onMore: () => void;
}

export const WaitingQueue = ({
  count,
  first,
  pending,
  facts,
  hours,
  deleting,
  onMore,
}: WaitingQueueProps) => (
  <section class="card flush" aria-labelledby="waiting">
    <header>
      <div>
        <h2 id="waiting">{t("waiting.title")}</h2>
        <p class="small quiet">{t("waiting.lead")}</p>
        {pending.length > 0 && <p class="small quiet">{t("waiting.held")}</p>}
      </div>
      <ReviewHours hours={hours} />
    </header>
    <ul class="queue">
      {first.map((one) => (
        <Row key={one.queued.id} waiting={one} facts={facts} hours={hours} deleting={deleting} />
      ))}
    </ul>
    {count > first.length && (
      <div class="bar">
        <button type="button" class="btn small" onClick={onMore}>
          {t("waiting.more", count - first.length)}
        </button>
      </div>
    )}
  </section>
);

/** What the clock says; after the window it is being sent, or was tried and waits for the next try. */
export function clockLine({ readyAt, nextTryAt, attempts }: QueuedShipment, now: number): string {
  if (readyAt > now) return t("waiting.leavesIn", spanWords(readyAt - now));
  if (attempts === 0) return t("waiting.leavesNow");
  if (nextTryAt <= now) return counted("waiting.triedNow", attempts);
  return counted("waiting.triedLater", attempts, spanWords(nextTryAt - now));
}

interface RowProps extends SectionProps {
  waiting: Waiting;
  hours: number;
  deleting: Deleting;
}

function Row({ waiting: { queued, head }, facts, hours, deleting }: RowProps) {
  const acting = useAct();
  const title = `waiting-${queued.id}`;
  const steps = countShipped(queued);
  const aliases = listWords(queued.tools.map((tool) => aliasOf(facts.tools, tool)));
  const task = head && taskWords(head, facts.tools);
  const ship = async () => {
    must(await ask("shipment.now", { shipment: queued.id }));
    return t("waiting.ended");
  };
  return (
    <li data-testid="waiting">
      <Clock part={(queued.readyAt - facts.now) / (hours * 3_600_000)} />
      <div id={title}>
        <b>{clockLine(queued, facts.now)}</b>
        <span class="small quiet block">
          {queued.readyAt > facts.now
            ? counted("waiting.stepsUntil", steps, aliases, momentWords(queued.readyAt, facts.now))
            : counted("waiting.steps", steps, aliases)}
        </span>
        {task && <span class="small quiet block">{task}</span>}
        <Said acting={acting} />
      </div>
      <div class="acts">
        <button
          type="button"
          class="btn small"
          aria-describedby={title}
          onClick={() => look(queued.trajectory)}
        >
          {t("waiting.look")}
        </button>
        <button type="button" class="btn small" aria-describedby={title} onClick={() => acting.run(ship)}>
          {t("waiting.ship")}
        </button>
        <button
          type="button"
          class="btn small erase"
          aria-describedby={title}
          onClick={() => deleting.remove({ by: "trajectory", trajectory: queued.trajectory })}
        >
          {t("waiting.delete")}
        </button>
      </div>
    </li>
  );
}

/** The part of the review window that is left, as an arc; the words beside it say the same. */
function Clock({ part }: { part: number }) {
  const left = Math.min(1, Math.max(0, part));
  return (
    <svg class="clock" viewBox="0 0 40 40" aria-hidden="true">
      <circle class="whole" cx="20" cy="20" r="16" stroke-width="3" />
      <circle
        cx="20"
        cy="20"
        r="16"
        stroke-width="3"
        pathLength="100"
        stroke-dasharray={`${left * 100} 100`}
        transform="rotate(-90 20 20)"
        stroke-linecap="butt"
      />
      <path d="M20 12v8l5 3" stroke-width="1.8" />
    </svg>
  );
}
