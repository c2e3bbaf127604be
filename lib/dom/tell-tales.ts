// Events by which the browser itself tells what an act did.
import { carries, fits, localName } from "./native.ts";

export interface Told {
  invalid: boolean;
  opened: boolean;
  closed: boolean;
  changed: boolean;
}

export interface Seen {
  /** What was told since; listening is over with it. */
  end(): Told;
}

const types = ["invalid", "toggle", "close", "input", "change"] as const;

/** Listens for as long as one act is watched, at most until the signal. */
export function seen(until?: AbortSignal): Seen {
  const told: Told = { invalid: false, opened: false, closed: false, changed: false };
  const hear = (event: Event) => {
    if (!event.isTrusted) return;
    if (event.type === "invalid") told.invalid = true;
    else if (event.type === "close") told.closed = true;
    else if (event.type === "toggle") told[isOpenNow(event) ? "opened" : "closed"] = true;
    else told.changed = true;
  };
  const options = { capture: true, passive: true };
  // Taken away by hand: a signal made of others for each act costs more than all that is heard.
  const end = () => {
    for (const type of types) window.removeEventListener(type, hear, options);
    until?.removeEventListener("abort", end);
  };
  if (!until?.aborted) for (const type of types) window.addEventListener(type, hear, options);
  until?.addEventListener("abort", end, { once: true });
  return {
    end() {
      end();
      return told;
    },
  };
}

function isOpenNow(event: Event): boolean {
  const { newState } = event as Event & { newState?: string };
  if (newState !== undefined) return newState === "open";
  const { target } = event;
  return target instanceof Element && localName(target) === "details" && carries(target, "open");
}

/** Whether a submit button sends its form: it has one, and the browser does not hold it back for a field. */
export function sendsForm(button: Element): boolean {
  const form = (button as { form?: unknown }).form;
  if (!(form instanceof HTMLFormElement)) return false;
  const unchecked = carries(form, "novalidate") || carries(button, "formnovalidate");
  return unchecked || !fits(form, ":invalid");
}
