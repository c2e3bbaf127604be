// From a shipment's canonical bytes to what the store takes, whichever way they came. Pure: it may run in a thread of its
// own.
import { createHash, createHmac } from "node:crypto";
import { epochAfter, epochOf } from "../../schemas/epoch.ts";
import { parseReport } from "../parse-report.ts";
import { parseShipment } from "../parse-shipment.ts";
import { RefusalError } from "../refusal.ts";
import type { Arrival, ReportArrival } from "../store.ts";
import type { Named } from "../stored-form.ts";

export interface ArrivalOptions {
  /** How bytes are stored; as they are in the demonstration. */
  seal?: (shipment: Named) => Uint8Array;
  /** Weeks that a shipment is kept; left out, its week is not looked at. */
  weeks?: number;
}

export interface ReadArrival {
  /** The shipment that the bytes say, or a refusal. */
  shipment(bytes: Uint8Array, now: number, token?: Arrival["token"]): Arrival;
  /** The same for a step report. */
  report(bytes: Uint8Array, now: number, token: NonNullable<Arrival["token"]>): ReportArrival;
}

/** What a shipment carries of its erase key: as the extension computes it. */
const eraseTagOf = (key: string) => createHash("sha256").update(`tt-erase-v1${key}`).digest("base64url");
const markOf = (tag: string) => createHash("sha256").update(`tooltrail-mark${tag}`).digest("base64url");

/** Names the shipment that this key erases. */
export const markOfKey = (key: string): string => markOf(eraseTagOf(key));

/** Keyed with what is in the shipment and not in the store, so that the store's disk says nothing of the bytes. */
const checkOf = (tag: string, bytes: Uint8Array) =>
  createHmac("sha256", tag).update("tooltrail-check").update(bytes).digest();

/** Reads arrivals, strictly. */
export function arrivalReader({ seal, weeks }: ArrivalOptions): ReadArrival {
  const checkWeek = (week: string, now: number): void => {
    if (weeks === undefined) return;
    const present = epochOf(now);
    const inTime = week <= epochAfter(present, 1) && week > epochAfter(present, -weeks);
    if (!inTime) throw new RefusalError("wrong-week");
  };
  return {
    shipment: (bytes, now, token) => {
      const { id, week, eraseTag } = parseShipment(bytes);
      checkWeek(week, now);
      const stored = seal ? seal({ id, week, bytes }) : bytes;
      const named = { id, week, mark: markOf(eraseTag), check: checkOf(eraseTag, bytes), bytes: stored };
      return token ? { ...named, token } : named;
    },
    report: (bytes, now, token) => {
      const { week } = parseReport(bytes);
      checkWeek(week, now);
      const id = Buffer.from(token.nullifier).toString("base64url");
      return { week, bytes: seal ? seal({ id, week, bytes }) : bytes, token };
    },
  };
}
