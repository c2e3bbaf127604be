// Which of several elements that agree as much is meant: which row of a list was used never leaves. Work goes on with
// what it made, goes from one thing to the next, and a drag ends on another thing than it began on.
import { placeAmong } from "../../../lib/dom/repeated.ts";
import { outer } from "./page-roots.ts";

/** What a step does to an element. */
export type Use = string;

let before = new WeakSet<Element>();
const uses = new WeakMap<Element, Set<Use>>();

/** Runs before the first step: what is there now was not made by the replay. */
export function begin(): void {
  before = new WeakSet(document.querySelectorAll("*"));
}

export function markUsed(element: Element, use: Use): void {
  uses.set(element, (uses.get(element) ?? new Set()).add(use));
}

/** The row, item or box that it is a part of. */
function itemOf(element: Element): Element {
  for (let at: Element | null = element; at; at = outer(at)) if (placeAmong(at)) return at;
  return element;
}

export interface Choice {
  use: Use;
  /** Where the drag began that ends on it. */
  from?: Element | null;
}

/** The same elements, the likeliest first; in the order of the document where nothing else is known. */
export function likeliestFirst(elements: readonly Element[], { use, from }: Choice): Element[] {
  const source = from && itemOf(from);
  const chance = (element: Element): number =>
    (before.has(element) ? 0 : 4) +
    (source && itemOf(element) === source ? 0 : 2) +
    (uses.get(element)?.has(use) ? 0 : 1);
  return elements
    .map((element) => ({ element, chance: chance(element) }))
    .toSorted((a, b) => b.chance - a.chance)
    .map(({ element }) => element);
}
