// The chain of elements from the document to the element acted on, across shadow roots and frames.
import type { Link, Tag } from "../../schemas/target.ts";
import type { Lookup } from "../vocabulary/lookup.ts";
import {
  isDocument,
  isElement,
  isShadowRoot,
  localName,
  parentNode,
  previousSibling,
  shadowHost,
  shadowMode,
  windowOf,
} from "./native.ts";
import { positionIn } from "./position.ts";
import { placeAmong } from "./repeated.ts";
import { search } from "./searches.ts";
import { isTag } from "./tags.ts";

const mostLinks = 512;
/** Siblings looked at one by one at one level; of more the browser makes a list. */
const mostLooked = 300;
/** The same for one whole path, where there can be no list: a bound out of reach of ordinary pages. */
const mostSiblings = 200_000;

export const tagOf = (element: Element, lookup: Pick<Lookup, "element">): Tag => {
  const name = localName(element);
  return isTag(name) ? name : (lookup.element(name) ?? "custom");
};

/**
 * Links from the document down. Past the bounds the path is cut at its top, so that its end is always the element;
 * a cut path does not begin with `html`. Of a frame that may not be looked out of only the boundary is known.
 */
export function clickPath(element: Element, lookup: Lookup): Link[] {
  const path: Link[] = [];
  let budget = mostSiblings;
  let current: Element | null = element;
  while (current && path.length < mostLinks) {
    const tag = tagOf(current, lookup);
    const { nth, looked } = countBefore(current, tag, { lookup, most: budget });
    budget -= looked;
    if (budget <= 0) break;
    const link: Link = { tag, nth };
    const among = placeAmong(current);
    if (among) link.among = among;
    path.push(link);
    current = climb(current, link);
  }
  return path.reverse();
}

/** The element around, out of shadow root and frame; the link is told which boundary that was. */
function climb(element: Element, link: Link): Element | null {
  const parent = parentNode(element);
  if (isElement(parent)) return parent;
  if (isShadowRoot(parent)) {
    link.boundary = shadowMode(parent) === "closed" ? "shadow-closed" : "shadow-open";
    return shadowHost(parent) ?? null;
  }
  const view = isDocument(parent) ? windowOf(parent) : null;
  if (!view || view === view.parent) return null;
  link.boundary = "frame";
  try {
    // Null where the frame around it is of another origin; there Firefox throws.
    return view.frameElement;
  } catch {
    return null;
  }
}

interface Before {
  nth: number;
  looked: number;
}

function countBefore(element: Element, tag: Tag, { lookup, most }: { lookup: Lookup; most: number }): Before {
  const name = localName(element);
  const parent = parentNode(element);
  let nth = 0;
  let looked = 1;
  for (let at = previousSibling(element); at && looked < most; at = previousSibling(at), looked++) {
    // Of names that the vocabulary does not hold the path cannot tell which it means: they count as one.
    if (localName(at) === name || (tag === "custom" && tagOf(at, lookup) === tag)) nth++;
    // By a list of the children of the same name; of what cannot be said in CSS there is none.
    const isListed = looked === mostLooked && tag !== "custom" && isElement(parent);
    const listed = isListed ? positionIn(search(parent, `:scope > ${name}`), element) : null;
    if (listed !== null) return { nth: listed, looked };
  }
  return { nth, looked };
}
