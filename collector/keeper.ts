// From a shipment's canonical bytes to the store, whichever way they came.
import { createHash, createHmac } from "node:crypto";
import { epochAfter, epochOf } from "../schemas/epoch.ts";
import type { ReportAcknowledgement } from "../schemas/erase.ts";
import type { Acknowledgement } from "../schemas/shipment.ts";
import { parseReport } from "./parse-report.ts";
import { parseShipment } from "./parse-shipment.ts";
import { RefusalError } from "./refusal.ts";
import { type Arrival, StorageError, type Store } from "./store.ts";
import type { Named } from "./stored-form.ts";

export interface KeeperOptions {
  store: Store;
  /** How bytes are stored; as they are in the demonstration. */
  seal?: (shipment: Named) => Uint8Array;
  /** Weeks that a shipment is kept; left out, its week is not looked at. */
  weeks?: number;
  now?: () => number;
  /** Told once when storing begins to fail and once when it works again, never for each request. */
  report: (line: string) => void;
}

export interface Keeper {
  /** Parses and stores, or refuses. */
  keep(bytes: Uint8Array, token?: Arrival["token"]): Promise<Acknowledgement>;
  /** The same for a step report. */
  keepReport(bytes: Uint8Array, token: NonNullable<Arrival["token"]>): Promise<ReportAcknowledgement>;
  erase(key: string): Promise<void>;
  /** False between a failure to store and the next success. */
  readonly works: boolean;
}

/** What a shipment carries of its erase key: as the extension computes it. */
const eraseTagOf = (key: string) => createHash("sha256").update(`tt-erase-v1${key}`).digest("base64url");
const markOf = (tag: string) => createHash("sha256").update(`tooltrail-mark${tag}`).digest("base64url");

/** Keyed with what is in the shipment and not in the store, so that the store's disk says nothing of the bytes. */
const checkOf = (tag: string, bytes: Uint8Array) =>
  createHmac("sha256", tag).update("tooltrail-check").update(bytes).digest();

// How many must be stored before a failure counts as over. Below it, a disk at its edge would give a line for nearly
// every request, and lines that follow single requests tell when somebody worked.
const steady = 20;

/** The one way into the store. */
export function keeperOf({ store, seal, weeks, now = Date.now, report }: KeeperOptions): Keeper {
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

  const inTime = ({ week }: { week: string }): boolean => {
    if (weeks === undefined) return true;
    const present = epochOf(now());
    return week <= epochAfter(present, 1) && week > epochAfter(present, -weeks);
  };

  return {
    async keep(bytes, token) {
      const shipment = parseShipment(bytes);
      if (!inTime(shipment)) throw new RefusalError("wrong-week");
      const { id, week, eraseTag } = shipment;
      const stored = seal ? seal({ id, week, bytes }) : bytes;
      const named = { id, week, mark: markOf(eraseTag), check: checkOf(eraseTag, bytes), bytes: stored };
      const result = await watched(store.append(token ? { ...named, token } : named));
      if (result !== "stored" && result !== "repeated") throw new RefusalError(result);
      return { format: "tooltrail-acknowledgement/1", id, result };
    },
    async keepReport(bytes, token) {
      const { week } = parseReport(bytes);
      if (!inTime({ week })) throw new RefusalError("wrong-week");
      const id = Buffer.from(token.nullifier).toString("base64url");
      const stored = seal ? seal({ id, week, bytes }) : bytes;
      const result = await watched(store.appendReport({ week, bytes: stored, token }));
      if (result === "token-spent") throw new RefusalError(result);
      return { format: "tooltrail-report-acknowledgement/1", result };
    },
    async erase(key) {
      // A late duplicate could come as long as its week is taken.
      const until = epochAfter(epochOf(now()), (weeks ?? 26) + 1);
      await watched(store.erase(markOf(eraseTagOf(key)), until));
    },
    get works() {
      return toStore < steady;
    },
  };
}
