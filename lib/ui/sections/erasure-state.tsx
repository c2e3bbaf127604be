import type { Left } from "../../personal-data/what-left.ts";
import { counted, t } from "../../platform/words.ts";
import { momentWords } from "../time-words.ts";

/** Where a shipment stands: with the collector, its erasure asked for, on its way, acknowledged; or refused. */
export function ErasureState({ one, now }: { one: Left; now: number }) {
  const erasing = one.key?.erasing;
  if (erasing?.acknowledgedAt !== undefined)
    return <span class="tag here">{t("shipped.erased", momentWords(erasing.acknowledgedAt, now))}</span>;
  if (erasing && erasing.attempts > 0)
    return (
      <span class="tag pause">
        {counted("shipped.tried", erasing.attempts, momentWords(erasing.nextTryAt, now))}
      </span>
    );
  if (erasing)
    return <span class="tag pause">{t("shipped.leaves", momentWords(erasing.nextTryAt, now))}</span>;
  if (one.queued?.state === "rejected") return <span class="tag pause">{t("trajectory.refused")}</span>;
  return <span class="tag leaves">{t("shipped.with")}</span>;
}
