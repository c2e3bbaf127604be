// Alerts and toasts that an act brings up: told by their role, or by a published term in what looks like a toast.
import type { Lookup } from "../vocabulary/lookup.ts";
import { countInside, findAll, firstOf, fits, isShown, nearest, textContent } from "./native.ts";
import { termsIn } from "./terms.ts";
import { holdWritten } from "./written.ts";

const roles = "[role=alert],[role=status],[role=log],[aria-live=assertive],[aria-live=polite],output";
/** What libraries call their toasts; read, and kept nowhere. */
const toasts = '[class*="toast" i],[class*="notification" i],[class*="snackbar" i],[class*="flash" i]';
const most = 30;
const mostText = 500;
/** What holds more than this is a part of the page. */
const mostElements = 200;

/** What each said, in memory for as long as one act is watched. */
export type Alerts = ReadonlyMap<Element, string>;

/** The alerts that are shown now. */
export function alertsNow(): Alerts {
  const said = new Map<Element, string>();
  for (const selector of [roles, toasts]) {
    for (const element of firstOf(findAll(document, selector), most)) {
      if (countInside(element) > mostElements || nearest(element, "[data-private]") || !isShown(element))
        continue;
      said.set(element, textContent(element).slice(0, mostText));
    }
  }
  return said;
}

/** The alert that says something that none said before, or null. A toast without a role needs a published term. */
export function newAlert(
  before: Alerts,
  lookup: Lookup | undefined,
): { effect: "alert"; alert?: number } | null {
  let silent = false;
  for (const [element, text] of alertsNow()) {
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
