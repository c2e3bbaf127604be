// Fixed terms in the same row or card, such as the status "Overdue", as indices of the vocabulary.
import type { Lookup } from "../vocabulary/lookup.ts";
import { fits, nearest, nodeType, textOf, walkIn } from "./native.ts";
import { sayingRole } from "./roles.ts";
import { editedText } from "./written.ts";

const card = `tr,li,article,${sayingRole("r")}`;
/** What the person writes, or asked to keep private, is not a term. */
const skipped = `script,style,textarea,[data-private],${editedText}`;
const mostTexts = 50;
const mostNodes = 2000;
const mostTerms = 8;

/** The published terms among the texts of an element, without those of `but`. Bounded: 50 pieces of text. */
export function* termsIn(element: Element, lookup: Lookup, but?: Element): Generator<number, undefined> {
  let nodes = 0;
  const walker = walkIn(element, (node) => {
    if (++nodes > mostNodes) return NodeFilter.FILTER_REJECT;
    if (nodeType(node) === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return node === but || fits(node as Element, skipped) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  for (let texts = 0; texts < mostTexts && walker.nextNode(); texts++) {
    const index = lookup.term(textOf(walker.currentNode as Text));
    if (index !== null) yield index;
  }
}

/** At most 8 terms. */
export function termsBeside(element: Element, lookup: Lookup): number[] {
  const row = lookup.wordless ? null : nearest(element, card);
  return row ? [...new Set(termsIn(row, lookup, element))].slice(0, mostTerms) : [];
}
