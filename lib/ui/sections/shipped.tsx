// What left, or was refused: when, how much, and the exact bytes.
import type { QueuedShipment } from "../../../schemas/queue.ts";
import { counted, t } from "../../platform/words.ts";
import { database } from "../database.ts";
import { Mark } from "../icons.tsx";
import { aliasOf } from "../named-tools.ts";
import type { SectionProps } from "../options.tsx";
import { readShipment } from "../shipment-text.ts";
import { heading, listWords, momentWords } from "../time-words.ts";
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
      <h1>{t("section.shipped")}</h1>
      <p class="lead">{left === 0 ? t("shipped.none") : counted("shipped.lead", left)}</p>
      <div class="stack wide">
        <p class="note small">{t("shipped.later")}</p>
        {shipments.length === 0 ? (
          <div class="card empty">
            <Mark sign="none" />
            <p>{t("shipped.empty")}</p>
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
  const when =
    queued.shippedAt === undefined
      ? t("shipped.notAccepted")
      : heading(momentWords(queued.shippedAt, facts.now));
  return (
    <li class="shipment" data-testid="shipment">
      <div class="section-head">
        <p>
          <b>{when}</b>{" "}
          <span class="quiet">
            {counted(
              "waiting.steps",
              steps,
              listWords(queued.tools.map((tool) => aliasOf(facts.tools, tool))),
            )}
          </span>
        </p>
        <span class={rejected ? "tag pause push" : "tag leaves push"}>
          {t(rejected ? "trajectory.refused" : "shipped.with")}
        </span>
      </div>
      <ExactBytes queued={queued} />
    </li>
  );
}
