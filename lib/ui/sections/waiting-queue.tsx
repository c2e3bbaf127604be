// Shipments in their review window, each with its clock.
import type { QueuedShipment } from "../../../schemas/queue.ts";
import { ask } from "../../messaging/ask.ts";
import { counted, t } from "../../platform/words.ts";
import { aliasOf } from "../named-tools.ts";
import type { SectionProps } from "../options.tsx";
import { readShipment } from "../shipment-text.ts";
import { listWords, momentWords, spanWords } from "../time-words.ts";
import { type Acting, must } from "../use-act.tsx";

interface WaitingQueueProps extends SectionProps {
  waiting: readonly QueuedShipment[];
  acting: Acting;
}

export const WaitingQueue = ({ waiting, facts, acting }: WaitingQueueProps) => (
  <section class="card flush" aria-labelledby="waiting">
    <header>
      <h2 id="waiting">{t("waiting.title")}</h2>
      <p class="small quiet">{t("waiting.lead")}</p>
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
  if (readyAt > now) return t("waiting.leavesIn", spanWords(readyAt - now));
  if (attempts === 0) return t("waiting.leavesNow");
  if (nextTryAt <= now) return counted("waiting.triedNow", attempts);
  return counted("waiting.triedLater", attempts, spanWords(nextTryAt - now));
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
    return t("waiting.ended");
  };
  const remove = async () => {
    must(await ask("trajectory.delete", { trajectory: queued.trajectory }));
    return t("waiting.deleted");
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
          {queued.readyAt > facts.now
            ? counted("waiting.stepsUntil", steps, aliases, momentWords(queued.readyAt, facts.now))
            : counted("waiting.steps", steps, aliases)}
        </span>
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
          onClick={() => acting.run(remove)}
        >
          {t("waiting.delete")}
        </button>
      </div>
    </li>
  );
}
