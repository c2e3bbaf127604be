// No nagging: whom the notice may be brought before again, and where. Silence is never a yes.
import type { Receipt } from "../../schemas/consent.ts";
import { type Consent, newestOf } from "./state.ts";

/** After a refusal the person is left alone for so many milliseconds. */
const leftAlone = 30 * 24 * 3_600_000;

/** `opens`: the notice comes by itself, as on install. `popup`: a line in the popup, which the person opened. */
export type Asking = "opens" | "popup";

/**
 * Whether the person may be asked. Someone who answered is asked by itself only when a new text, a new kind or an idle
 * shared profile has ended an agreement; after a refusal nobody is asked for thirty days, and then in the popup alone.
 */
export function mayAsk(
  { receipts, consent }: { receipts: readonly Receipt[]; consent: Consent },
  now: number,
  how: Asking,
): boolean {
  if (consent.answer === "agreed") return false;
  const newest = newestOf(receipts);
  if (!newest || newest.answer === "agreed") return true;
  if (how !== "popup") return false;
  return newest.answer === "later" || now - newest.at >= leftAlone;
}
