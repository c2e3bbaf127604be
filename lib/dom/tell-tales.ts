// Events by which the browser itself tells what an act did.
import { atWindow } from "./at-window.ts";
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

/** What is watched now, by the signal until which it may be. */
const watched = new WeakMap<AbortSignal, Set<Told>>();
const always = new AbortController().signal;

/** Hears for as long as one act is watched, at most until the signal. What it returns ends it, and says what was told. */
export function hearTellTales(until = always): () => Told {
  const told: Told = new Set();
  const open = watched.get(until) ?? listen(until);
  open.add(told);
  return () => {
    open.delete(told);
    return told;
  };
}

/** Once for all acts: to listen anew for each costs more than all that is heard. */
function listen(until: AbortSignal): Set<Told> {
  const open = new Set<Told>();
  const hear = (event: Event) => {
    if (open.size === 0 || !event.isTrusted) return;
    const closes = event.type === "toggle" && (event as ToggleEvent).newState !== "open";
    const tells = closes ? "closed" : effects[event.type as keyof typeof effects];
    for (const told of open) told.add(tells);
  };
  for (const type in effects) atWindow(type as "input", hear, until);
  watched.set(until, open);
  until.addEventListener("abort", () => open.clear());
  return open;
}

/** Whether a submit button sends its form: it has one, and the browser does not hold it back for a field. */
export function sendsForm(button: Element): boolean {
  const form = (button as { form?: unknown }).form;
  if (!(form instanceof HTMLFormElement)) return false;
  const unchecked = carries(form, "novalidate") || carries(button, "formnovalidate");
  return unchecked || !fits(form, ":invalid");
}
