import { useState } from "preact/hooks";
import type { QueuedShipment } from "../../../schemas/queue.ts";
import { t } from "../../platform/words.ts";
import { exactText } from "../shipment-text.ts";

/** The stored bytes of a shipment, which are the bytes that leave. Decoded only when opened. */
export function ExactBytes({ queued }: { queued: QueuedShipment }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("trajectory.bytes", queued.bytes.length)}</summary>
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        <pre data-testid="exact-bytes" tabIndex={0}>
          {exactText(queued)}
        </pre>
      )}
    </details>
  );
}
