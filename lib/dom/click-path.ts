// The chain of elements from the document to the element acted on, across shadow roots.
import type { Link, Tag } from "../../schemas/target.ts";
import type { Lookup } from "../vocabulary/lookup.ts";
import { isTag } from "./known-names.ts";
import {
  attribute,
  isElement,
  localName,
  nextSibling,
  parentNode,
  previousSibling,
  shadowHost,
  shadowMode,
} from "./native.ts";

const mostLinks = 512;
/** Siblings looked at for one whole path: a bound for pages with 100,000 rows, out of reach of ordinary ones. */
const mostSiblings = 400_000;

const listTags = new Set(["ul", "ol", "menu", "table", "tbody", "thead", "tfoot", "select", "optgroup"]);
const listRoles = new Set([
  "list",
  "table",
  "grid",
  "treegrid",
  "rowgroup",
  "tree",
  "listbox",
  "menu",
  "feed",
]);
const itemRoles = new Set(["row", "listitem", "option", "treeitem", "menuitem"]);

export const tagOf = (element: Element, lookup: Lookup): Tag => {
  const name = localName(element);
  return isTag(name) ? name : (lookup.element(name) ?? "custom");
};

/**
 * Links from the document down. Past the bounds the path is cut at its top, so that its end is always the element;
 * a cut path does not begin with `html`.
 */
export function clickPath(element: Element, lookup: Lookup): Link[] {
  const path: Link[] = [];
  let budget = mostSiblings;
  let current: Element | null = element;
  while (current && path.length < mostLinks) {
    const { nth, looked } = countBefore(current, budget);
    budget -= looked;
    if (budget <= 0) break;
    const link: Link = { tag: tagOf(current, lookup), nth };
    const among = placeAmong(current, nth);
    if (among) link.among = among;
    const parent: Node | null = parentNode(current);
    current = isElement(parent) ? parent : null;
    if (parent instanceof ShadowRoot) {
      link.boundary = shadowMode(parent) === "closed" ? "shadow-closed" : "shadow-open";
      current = shadowHost(parent) ?? null;
    }
    path.push(link);
  }
  return path.reverse();
}

function countBefore(element: Element, budget: number): { nth: number; looked: number } {
  const name = localName(element);
  let nth = 0;
  let looked = 1;
  for (let at = previousSibling(element); at && looked < budget; at = previousSibling(at), looked++) {
    if (localName(at) === name) nth++;
  }
  return { nth, looked };
}

/** First, middle or last of three or more alike siblings in a list, table, grid or tree; else nothing. */
function placeAmong(element: Element, nth: number): Link["among"] {
  if (!isRepeated(element)) return undefined;
  const next = nextAlike(element);
  if (nth === 0) return next && nextAlike(next) ? "first" : undefined;
  if (next) return "middle";
  return nth >= 2 ? "last" : undefined;
}

function isRepeated(element: Element): boolean {
  if (itemRoles.has(attribute(element, "role") ?? "")) return true;
  const parent = parentNode(element);
  if (!isElement(parent)) return false;
  return listTags.has(localName(parent)) || listRoles.has(attribute(parent, "role") ?? "");
}

function nextAlike(element: Element): Element | null {
  const name = localName(element);
  let looked = 0;
  for (let at = nextSibling(element); at && looked < 1000; at = nextSibling(at), looked++) {
    if (localName(at) === name) return at;
  }
  return null;
}
