// The last moments at which a page can hand something over.
import { isHidden } from "./native.ts";

/** Calls back whenever the page is left or hidden: it may not come back. */
export function onLeaving(handOver: () => void, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal };
  window.addEventListener("pagehide", handOver, options);
  window.addEventListener("visibilitychange", () => isHidden(document) && handOver(), options);
}
