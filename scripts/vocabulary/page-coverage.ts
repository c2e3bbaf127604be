// How many of the things a person can act on here the vocabulary names: asked of the recorder's own code.
import { actedOn } from "../../lib/dom/acted-on.ts";
import { targetOf } from "../../lib/dom/target.ts";
import { createLookup, type PageVocabulary } from "../../lib/vocabulary/lookup.ts";
import type { Covered } from "./found.ts";
import { isActable, namesOf } from "./page-controls.ts";
import { all, isShown } from "./page-walk.ts";

/** One entry for every element that can be acted on and seen. */
export function coverage(vocabulary: PageVocabulary): Covered[] {
  const lookup = createLookup(vocabulary);
  const route = lookup.route(location.href);
  const seen = new Set<Element>();
  return all().flatMap((element) => {
    const target = isShown(element) && isActable(element) ? actedOn(element) : null;
    if (!target || seen.has(target)) return [];
    seen.add(target);
    const { role, name, selectors } = targetOf(target, lookup);
    const classes = [...target.classList].some((one) => lookup.attribute("class", one) !== null);
    return [
      {
        route: route === null ? null : vocabulary.routes[route]!,
        role,
        named: name !== null,
        found: classes || selectors.some(({ by }) => by === "attribute"),
        // Only for the owner who builds the vocabulary, over a test account.
        called: namesOf(target)[0] ?? "",
      },
    ];
  });
}
