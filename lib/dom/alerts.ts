// Alerts and toasts that an act brings up: told by their role, or by a published term in what looks like a toast.
import type { Lookup } from "../vocabulary/lookup.ts";
import { below, carries, findAll, fits, isShown, nearest, nodeType, textContent, textOf } from "./native.ts";
import { editedText, holdWritten } from "./written.ts";

const roles = "[role=alert],[role=status],[role=log],[aria-live=assertive],[aria-live=polite],output";
/** What libraries call their toasts; read, and kept nowhere. */
const toasts = '[class*="toast" i],[class*="notification" i],[class*="snackbar" i],[class*="flash" i]';
const most = 30;
const mostText = 500;
/** What holds more than this is a part of the page. */
const mostElements = 200;
const mostTexts = 30;
const skipped = `script,style,textarea,[data-private],${editedText}`;

/** What each said, in memory for as long as one act is watched. */
export type Alerts = ReadonlyMap<Element, string>;

/** The alerts that are shown now. */
export function alertsNow(): Alerts {
  const said = new Map<Element, string>();
  for (const selector of [roles, toasts]) {
    const found = findAll(document, selector);
    for (let at = 0; at < found.length && at < most; at++) {
      const element = found[at]!;
      if (below(element).length > mostElements || isPrivate(element) || !isShown(element)) continue;
      said.set(element, textContent(element).slice(0, mostText));
    }
  }
  return said;
}

const isPrivate = (element: Element): boolean => nearest(element, "[data-private]") !== null;

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
  if (whole !== null) return whole;
  const shown = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
  const accept = (node: Node): number => {
    if (nodeType(node) === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    const inner = node as Element;
    return carries(inner, "data-private") || fits(inner, skipped)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_SKIP;
  };
  const walker: TreeWalker = Reflect.apply(Document.prototype.createTreeWalker, document, [
    element,
    shown,
    accept,
  ]);
  for (let texts = 0; texts < mostTexts && walker.nextNode(); texts++) {
    const term = lookup.term(textOf(walker.currentNode as Text));
    if (term !== null) return term;
  }
  return null;
}
