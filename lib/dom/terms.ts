// Fixed terms in the same row or card, such as the status "Overdue", as indices of the vocabulary.
import type { Lookup } from "../vocabulary/lookup.ts";
import { carries, fits, nearest, nodeType, textOf } from "./native.ts";
import { editedText } from "./written.ts";

const card = "tr,li,article,[role=row],[role=listitem],[role=option],[role=treeitem],[role=article]";
/** What the person writes, or asked to keep private, is not a term. */
const skipped = `script,style,textarea,[data-private],${editedText}`;
const mostTexts = 50;
const mostNodes = 2000;
const mostTerms = 8;

/** Bounded: 50 pieces of text, 8 terms. */
export function termsBeside(element: Element, lookup: Lookup): number[] {
  const around = nearest(element, card);
  if (!around) return [];
  const found = new Set<number>();
  let nodes = 0;
  const accept = (node: Node): number => {
    if (++nodes > mostNodes) return NodeFilter.FILTER_REJECT;
    if (nodeType(node) === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    const inner = node as Element;
    return inner === element || carries(inner, "data-private") || fits(inner, skipped)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_SKIP;
  };
  const shown = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
  const walker: TreeWalker = Reflect.apply(Document.prototype.createTreeWalker, document, [
    around,
    shown,
    accept,
  ]);
  for (let texts = 0; texts < mostTexts && found.size < mostTerms && walker.nextNode(); texts++) {
    const index = lookup.term(textOf(walker.currentNode as Text));
    if (index !== null) found.add(index);
  }
  return [...found];
}
