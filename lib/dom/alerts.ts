// Alerts and toasts that an act brings up: told by their role, or by a published term in what looks like a toast.
import type { Lookup } from "../vocabulary/lookup.ts";
import { countInside, firstOf, fits, isShown, nearest, textContent } from "./native.ts";
import { lastFound } from "./searches.ts";
import { termsIn } from "./terms.ts";
import { holdWritten } from "./written.ts";

// A browser asks most elements nothing more where they lack the attribute.
const roles =
  "[role]:is([role=alert],[role=status],[role=log]),[aria-live]:is([aria-live=assertive],[aria-live=polite]),output";
/** What libraries call their toasts; read, and kept nowhere. */
const toasts =
  '[class]:is([class*="toast" i],[class*="notification" i],[class*="snackbar" i],[class*="flash" i])';
/** What alerts are found by. */
export const alertSearches = [roles, toasts];
const most = 30;
const mostText = 500;
/** What holds more than this is a part of the page. */
const mostElements = 200;

/** What each said, in memory for as long as one act is watched. */
export type Alerts = ReadonlyMap<Element, string>;

/** The alerts that are shown now, of those that the last search found. */
export function alertsNow(since?: number): Alerts {
  const said = new Map<Element, string>();
  for (const selector of alertSearches) {
    for (const element of firstOf(lastFound(selector, since), most)) {
      const isOne = fits(element, selector) && isShown(element) && countInside(element) <= mostElements;
      if (isOne && !nearest(element, "[data-private]"))
        said.set(element, textContent(element).slice(0, mostText));
    }
  }
  return said;
}

/** The alert that says something that none said before, or null. A toast without a role needs a published term. */
export function newAlert(
  before: Alerts,
  { lookup, since }: { lookup: Lookup | undefined; since: number },
): { effect: "alert"; alert?: number } | null {
  let silent = false;
  for (const [element, text] of alertsNow(since)) {
    if (text.trim() === "" || before.get(element) === text) continue;
    const term = lookup ? termIn(element, lookup) : null;
    if (term !== null) return { effect: "alert", alert: term };
    if (fits(element, roles)) silent = true;
  }
  return silent ? { effect: "alert" } : null;
}

/** The first piece of its text that is a published term, else the whole of it. */
function termIn(element: Element, lookup: Lookup): number | null {
  const whole = holdWritten([element], element) ? null : lookup.term(textContent(element));
  return whole ?? termsIn(element, lookup).next().value ?? null;
}
