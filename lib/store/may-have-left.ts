import type { QueuedShipment } from "../../schemas/queue.ts";

/**
 * Whether a shipment may lie at the collector: it is marked before its bytes go out, and an acknowledgement can
 * get lost. Its erase key is kept, and its bytes are never made again.
 */
export const mayHaveLeft = ({ sentAt }: Pick<QueuedShipment, "sentAt">): boolean => sentAt !== undefined;
