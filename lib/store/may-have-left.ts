import type { QueuedShipment } from "../../schemas/queue.ts";

/**
 * Whether a shipment may lie at the collector: a try is counted before it is made, and an acknowledgement can get
 * lost. Its erase key is kept, and its bytes are never made again.
 */
export const mayHaveLeft = ({ state, attempts }: Pick<QueuedShipment, "state" | "attempts">): boolean =>
  state === "shipped" || attempts > 0;
