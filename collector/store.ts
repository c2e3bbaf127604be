// Where shipments lie. One engine today (sqlite-store.ts); the interface is all that the collector knows.

/** A shipment as it is kept: the canonical bytes as they came, and no word of where from or when. */
export interface StoredShipment {
  id: string;
  /** ISO week of the shipment, for retention. */
  week: string;
  bytes: Uint8Array;
}

/** `other-bytes`: the id is taken by a different shipment, which stays as it is. */
export type Appended = "stored" | "repeated" | "other-bytes";

export interface Store {
  /** Returns `stored` only when the shipment survives a power failure. Throws StorageError, and then kept nothing. */
  append(shipment: StoredShipment): Appended;
  /** Every shipment in the order of its random id: the order of arrival is not kept. */
  scan(): Iterable<StoredShipment>;
  count(): number;
  close(): void;
}

/** The engine could not do it: disk full, file damaged, file locked. */
export class StorageError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : "unknown", { cause });
    this.name = "StorageError";
  }
}
