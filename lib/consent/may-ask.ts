// No nagging: whom the notice may be brought before again, and where. Silence is never a yes.
import type { Receipt } from "../../schemas/consent.ts";
import { type Consent, newestOf } from "./state.ts";

/** After a refusal the person is left alone for so many milliseconds. */
const leftAlone = 30 * 24 * 3_600_000;

/**
 * `install`: the notice comes by itself, once. `ended`: it comes because a new text, a new kind or an idle shared
 * profile has ended an agreement. `popup`: a line in the popup, which the person opened.
 */
export type Asking = "install" | "ended" | "popup";

/** Whether the person may be asked. After a refusal nobody is for thirty days, and then in the popup alone. */
export function mayAsk(
  { receipts, consent }: { receipts: readonly Receipt[]; consent: Consent },
  now: number,
  how: Asking,
): boolean {
  const newest = newestOf(receipts);
  if (consent.answer === "agreed") return false;
  if (how === "install") return !newest;
  if (how === "ended") return newest?.answer === "agreed";
  const refused = newest?.answer === "declined" || newest?.answer === "withdrawn";
  return !refused || now - newest.at >= leftAlone;
}
