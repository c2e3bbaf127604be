// The one way into the store: what was read is stored or refused, and a store that fails is said once.
import { epochAfter, epochOf } from "../schemas/epoch.ts";
import type { ReportAcknowledgement } from "../schemas/erase.ts";
import type { Acknowledgement } from "../schemas/shipment.ts";
import { RefusalError } from "./refusal.ts";
import { type Arrival, type ReportArrival, StorageError, type Store } from "./store.ts";

export interface KeeperOptions {
  store: Store;
  /** Weeks that a shipment is kept. */
  weeks?: number | undefined;
  now?: () => number;
  /** Told once when storing begins to fail and once when it works again, never for each request. */
  report: (line: string) => void;
}

export interface Keeper {
  /** Stores, or refuses. */
  keep(arrival: Arrival): Promise<Acknowledgement>;
  /** The same for a step report. */
  keepReport(report: ReportArrival): Promise<ReportAcknowledgement>;
  erase(mark: string): Promise<void>;
  /** False between a failure to store and the next success. */
  readonly works: boolean;
}

// How many must be stored before a failure counts as over. Below it, a disk at its edge would give a line for nearly
// every request, and lines that follow single requests tell when somebody worked.
const steady = 20;

/** The keeper of this store. */
export function keeperOf({ store, weeks, now = Date.now, report }: KeeperOptions): Keeper {
  let toStore = 0;

  async function watched<T>(work: Promise<T>): Promise<T> {
    try {
      const result = await work;
      if (toStore > 0) {
        toStore -= 1;
        if (toStore === 0) report("Shipments can be stored again.");
      }
      return result;
    } catch (cause) {
      if (!(cause instanceof StorageError)) throw cause;
      const advice =
        "What was acknowledged is kept; senders keep the rest and try again. Free or repair the disk.";
      if (toStore === 0) report(`Shipments cannot be stored (${cause.message}). ${advice}`);
      toStore = steady;
      throw new RefusalError("storage", cause);
    }
  }

  return {
    async keep(arrival) {
      const result = await watched(store.append(arrival));
      if (result !== "stored" && result !== "repeated") throw new RefusalError(result);
      return { format: "tooltrail-acknowledgement/1", id: arrival.id, result };
    },
    async keepReport(arrival) {
      const result = await watched(store.appendReport(arrival));
      if (result === "token-spent") throw new RefusalError(result);
      return { format: "tooltrail-report-acknowledgement/1", result };
    },
    async erase(mark) {
      // A late duplicate could come as long as its week is taken.
      const until = epochAfter(epochOf(now()), (weeks ?? 26) + 1);
      await watched(store.erase(mark, until));
    },
    get works() {
      return toStore < steady;
    },
  };
}
