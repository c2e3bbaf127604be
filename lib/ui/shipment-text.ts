// The stored bytes of a shipment, as text and as what they say.
import type { QueuedShipment } from "../../schemas/queue.ts";
import { unpackOwn } from "../../schemas/resolve-rows.ts";
import type { Shipment } from "../../schemas/shipment.ts";

// Neither repairs nor strips anything: what is shown is what leaves.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export const exactText = ({ bytes }: Pick<QueuedShipment, "bytes">): string => decoder.decode(bytes);

/** Null for bytes an older version wrote that this one does not read any more; their text can still be shown. */
export const readShipment = (queued: Pick<QueuedShipment, "bytes">): Shipment | null =>
  unpackOwn(JSON.parse(exactText(queued)));

/** How many steps its bytes hold; counted, not read. */
export const countShipped = (queued: Pick<QueuedShipment, "bytes">): number =>
  (JSON.parse(exactText(queued)) as { steps?: unknown[] }).steps?.length ?? 0;
