// Where shipments lie. One engine today (sqlite-store.ts); the interface is all that the collector knows, and what
// a second engine has to keep is store-contract.ts.

/** A shipment as it is kept, and no word of where from or when. */
export interface StoredShipment {
  id: string;
  /** ISO week of the shipment, for retention. */
  week: string;
  /** Sealed to the dataset key; in the demonstration the canonical bytes as they came. */
  bytes: Uint8Array;
}

/** A shipment that came, with what makes it once and erasable. */
export interface Arrival extends StoredShipment {
  /** Names the shipment to whoever holds its erase key; a digest of the erase tag, which is not stored. */
  mark: string;
  /** Equal for equal bytes of one shipment, without saying anything about them. */
  check: Uint8Array;
  /** The token that paid for it; none in the demonstration. */
  token?: { nullifier: Uint8Array; epoch: string };
}

/** A step report that came: it has no name but its token's, and nothing erases it, because it is nobody's. */
export interface ReportArrival {
  week: string;
  bytes: Uint8Array;
  token: { nullifier: Uint8Array; epoch: string };
}

/** A step report as it is kept; `id` is its nullifier, in base64url. */
export type StoredReport = StoredShipment;

/**
 * - `repeated`: this shipment is stored already, and stays as it is.
 * - `other-bytes`: the id is taken by a different shipment, which stays as it is.
 * - `token-spent`: the token paid for another shipment.
 * - `erased`: its erase key came before it.
 */
export type Appended = "stored" | "repeated" | "other-bytes" | "token-spent" | "erased";

/** What expires: everything of weeks before these. */
export interface Expiry {
  /** First week whose shipments are kept. */
  shipments: string;
  /** First week whose tokens may still be shown. */
  tokens: string;
  /** The present week: tombstones are kept until the week they were left for has come. */
  now: string;
}

export interface Store {
  /** Resolves when the shipment survives a power failure. Rejects with StorageError, and then kept nothing. */
  append(arrival: Arrival): Promise<Appended>;
  /** The same for a step report: once for each token. */
  appendReport(report: ReportArrival): Promise<"stored" | "repeated" | "token-spent">;
  /** Removes the shipment of this mark, if there is one, and refuses it until the week. The bytes are gone after it. */
  erase(mark: string, until: string): Promise<void>;
  /** Every shipment in the order of its random id: the order of arrival is not kept. */
  scan(): Iterable<StoredShipment>;
  /** Every step report, in the order of its random id. */
  scanReports(): Iterable<StoredReport>;
  /** Removes what is over; returns how many shipments that were. The bytes are gone after it. */
  expire(expiry: Expiry): Promise<number>;
  /** How many shipments were erased in each week before this one; told once, then forgotten. */
  takeErased(before: string): { week: string; many: number }[];
  /**
   * Lays everything out anew in the order of the random ids: engines put what comes behind what is there, so that the
   * disk would tell in which order shipments came. Does nothing while the store is being read.
   */
  rearrange(): Promise<void>;
  count(): number;
  /** What is under way is done; nothing more is taken. */
  close(): Promise<void>;
}

/** The engine could not do it: disk full, file damaged, file locked. */
export class StorageError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : "unknown", { cause });
    this.name = "StorageError";
  }
}
