// The last moments at which a page can hand something over.
import { atWindow } from "./at-window.ts";
import { isHidden } from "./native.ts";

/** Calls back whenever the page is left or hidden: it may not come back. */
export function onLeaving(handOver: () => unknown, signal: AbortSignal): void {
  atWindow("pagehide", handOver, signal);
  // It bubbles from the document, though TypeScript knows it only there.
  atWindow("visibilitychange" as "pagehide", () => isHidden(document) && handOver(), signal);
}
