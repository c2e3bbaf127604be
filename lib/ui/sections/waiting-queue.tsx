// Shipments in their review window, each with its clock.
import type { QueuedShipment } from "../../../schemas/queue.ts";
import { ask } from "../../messaging/ask.ts";
import { aliasOf } from "../named-tools.ts";
import type { SectionProps } from "../options.tsx";
import { readShipment } from "../shipment-text.ts";
import { countWords, listWords, momentWords, spanWords, within } from "../time-words.ts";
import { type Acting, must } from "../use-act.tsx";

interface WaitingQueueProps extends SectionProps {
  waiting: readonly QueuedShipment[];
  acting: Acting;
}

export const WaitingQueue = ({ waiting, facts, acting }: WaitingQueueProps) => (
  <section class="card flush" aria-labelledby="waiting">
    <header>
      <h2 id="waiting">Waiting for your review</h2>
      <p class="small quiet">What you leave alone ships when its clock has run out.</p>
    </header>
    <ul class="queue">
      {waiting.map((queued) => (
        <Waiting key={queued.id} queued={queued} facts={facts} acting={acting} />
      ))}
    </ul>
  </section>
);

/** What the clock says; after the window it is being sent, or was tried and waits for the next try. */
export function clockLine({ readyAt, nextTryAt, attempts }: QueuedShipment, now: number): string {
  if (readyAt > now) return `Leaves in ${spanWords(readyAt - now)}`;
  if (attempts === 0) return "Leaving now";
  const next = nextTryAt > now ? `in ${spanWords(nextTryAt - now)}` : "now";
  return `Kept: the collector was not reached in ${countWords(attempts, "try", "tries")}. Next try ${next}`;
}

// Asked again for the same one, the hash would not change: it is let go first.
function look(trajectory: string): void {
  history.replaceState(null, "", "#data");
  location.hash = `#data/${trajectory}`;
}

function Waiting({ queued, facts, acting }: SectionProps & { queued: QueuedShipment; acting: Acting }) {
  const title = `waiting-${queued.id}`;
  const steps = readShipment(queued)?.steps.length ?? 0;
  const aliases = listWords(queued.tools.map((tool) => aliasOf(facts.tools, tool)));
  const ship = async () => {
    must(await ask("shipment.now", { shipment: queued.id }));
    return "Its review window has ended. It leaves as soon as the collector takes it.";
  };
  const remove = async () => {
    must(await ask("trajectory.delete", { trajectory: queued.trajectory }));
    return "Deleted. It will not leave.";
  };
  return (
    <li data-testid="waiting">
      <svg class="clock" viewBox="0 0 40 40" aria-hidden="true">
        <circle cx="20" cy="20" r="16" stroke-width="3" />
        <path d="M20 12v8l5 3" stroke-width="1.8" />
      </svg>
      <div id={title}>
        <b>{clockLine(queued, facts.now)}</b>
        <span class="small quiet block">
          {countWords(steps, "step")} in {aliases}
          {queued.readyAt > facts.now && `, ${within(momentWords(queued.readyAt, facts.now))}`}
        </span>
      </div>
      <div class="acts">
        <button
          type="button"
          class="btn small"
          aria-describedby={title}
          onClick={() => look(queued.trajectory)}
        >
          Look
        </button>
        <button type="button" class="btn small" aria-describedby={title} onClick={() => acting.run(ship)}>
          Ship now
        </button>
        <button
          type="button"
          class="btn small erase"
          aria-describedby={title}
          onClick={() => acting.run(remove)}
        >
          Delete
        </button>
      </div>
    </li>
  );
}
