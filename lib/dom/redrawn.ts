// What a page draws anew in place of what it took away: a framework's button after each click is another element, and
// the same thing.
import type { Link } from "../../schemas/target.ts";
import type { Lookup } from "../vocabulary/lookup.ts";
import { tagOf } from "./click-path.ts";
import { childrenOf } from "./native.ts";

/** Siblings looked at at one level. */
const mostSiblings = 1000;

/**
 * The element that stands now where a path led; null where none does, in a shadow root, and in rows and cards, where
 * the next one moves up.
 */
export function standsAt(path: readonly Link[], lookup: Pick<Lookup, "element">): Element | null {
  const inside = path.slice(
    Math.max(
      0,
      path.findLastIndex(({ boundary }) => boundary),
    ),
  );
  if (inside[0]?.tag !== "html" || path.some(({ among }) => among)) return null;
  let at: Document | Element = document;
  for (const { tag, nth } of inside) {
    const children: ArrayLike<Element> = childrenOf(at);
    if (children.length > mostSiblings) return null;
    const next: Element | undefined = Array.from(children).filter((one) => tagOf(one, lookup) === tag)[nth];
    if (!next) return null;
    at = next;
  }
  return at as Element;
}
