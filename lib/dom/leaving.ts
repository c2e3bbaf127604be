// The last moments at which a page can hand something over.
import { atWindow } from "./at-window.ts";
import { isHidden } from "./native.ts";

/** Calls back whenever the page is left or hidden: it may not come back. A page that only says so is not heard. */
export function onLeaving(handOver: () => unknown, signal: AbortSignal): void {
  const onLeave = (event: Event) => {
    if (event.isTrusted && (event.type === "pagehide" || isHidden(document))) handOver();
  };
  atWindow("pagehide", onLeave, signal);
  // It bubbles from the document, though TypeScript knows it only there.
  atWindow("visibilitychange" as "pagehide", onLeave, signal);
}
