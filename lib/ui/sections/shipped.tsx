// What left, or was refused: when, how much, and the exact bytes.
import type { QueuedShipment } from "../../../schemas/queue.ts";
import { database } from "../database.ts";
import { Mark } from "../icons.tsx";
import { aliasOf } from "../named-tools.ts";
import type { SectionProps } from "../options.tsx";
import { readShipment } from "../shipment-text.ts";
import { countWords, listWords, momentWords } from "../time-words.ts";
import { useLive } from "../use-live.ts";
import { ExactBytes } from "./exact-bytes.tsx";

const read = async () => {
  const found = await database.shipments.where("state").anyOf("shipped", "rejected").toArray();
  return found.sort((a, b) => (b.shippedAt ?? b.readyAt) - (a.shippedAt ?? a.readyAt));
};

export function Shipped({ facts }: SectionProps) {
  const shipments = useLive(read, []);
  if (!shipments) return <section class="view" />;
  const left = shipments.filter(({ state }) => state === "shipped").length;
  return (
    <section class="view">
      <h1>Shipped</h1>
      <p class="lead">
        {left === 0
          ? "Nothing has left this browser."
          : `${countWords(left, "shipment has", "shipments have")} left this browser. No shipment says whose it is.`}
      </p>
      <div class="stack wide">
        <p class="note small">
          Erasing what was shipped comes with a later version; your erase keys are kept.
        </p>
        {shipments.length === 0 ? (
          <div class="card empty">
            <Mark sign="none" />
            <p>What leaves is listed here, with its exact bytes.</p>
          </div>
        ) : (
          <ul class="card flush">
            {shipments.map((queued) => (
              <Row key={queued.id} queued={queued} facts={facts} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function Row({ queued, facts }: SectionProps & { queued: QueuedShipment }) {
  const rejected = queued.state === "rejected";
  const steps = readShipment(queued)?.steps.length ?? 0;
  const when = queued.shippedAt === undefined ? "Not accepted" : momentWords(queued.shippedAt, facts.now);
  return (
    <li class="shipment" data-testid="shipment">
      <div class="section-head">
        <p>
          <b>{when}</b>{" "}
          <span class="quiet">
            {countWords(steps, "step")} in {listWords(queued.tools.map((tool) => aliasOf(facts.tools, tool)))}
          </span>
        </p>
        <span class={rejected ? "tag pause push" : "tag leaves push"}>
          {rejected ? "refused by the collector" : "with the collector"}
        </span>
      </div>
      <ExactBytes queued={queued} />
    </li>
  );
}
