import { useState } from "preact/hooks";
import type { QueuedShipment } from "../../../schemas/queue.ts";
import { exactText } from "../shipment-text.ts";

/** The stored bytes of a shipment, which are the bytes that leave. Decoded only when opened. */
export function ExactBytes({ queued }: { queued: QueuedShipment }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Exact bytes, {queued.bytes.length.toLocaleString("en-GB")}</summary>
      {open && <pre data-testid="exact-bytes">{exactText(queued)}</pre>}
    </details>
  );
}
