// Events by which the browser itself tells what an act did.
import { carries, fits } from "./native.ts";

/** What each of them tells. */
const effects = {
  invalid: "invalid",
  close: "closed",
  input: "changed",
  change: "changed",
  toggle: "opened",
} as const;
export type Told = Set<(typeof effects)[keyof typeof effects]>;

/** Listens for as long as one act is watched, at most until the signal. What it returns ends it, and says what was told. */
export function hearTellTales(until?: AbortSignal): () => Told {
  const told: Told = new Set();
  const hear = (event: Event) => {
    if (!event.isTrusted) return;
    const closes = event.type === "toggle" && (event as ToggleEvent).newState !== "open";
    told.add(closes ? "closed" : effects[event.type as keyof typeof effects]);
  };
  const options = { capture: true, passive: true };
  // Taken away by hand: a signal made of others for each act costs more than all that is heard.
  const end = () => {
    for (const type in effects) window.removeEventListener(type, hear, options);
    until?.removeEventListener("abort", end);
  };
  if (!until?.aborted) for (const type in effects) window.addEventListener(type, hear, options);
  until?.addEventListener("abort", end, { once: true });
  return () => {
    end();
    return told;
  };
}

/** Whether a submit button sends its form: it has one, and the browser does not hold it back for a field. */
export function sendsForm(button: Element): boolean {
  const form = (button as { form?: unknown }).form;
  if (!(form instanceof HTMLFormElement)) return false;
  const unchecked = carries(form, "novalidate") || carries(button, "formnovalidate");
  return unchecked || !fits(form, ":invalid");
}
