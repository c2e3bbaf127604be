// `--keep`: what an earlier version holds counts as seen. A bounded crawl does not reach the same states each time.
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import type { Counted } from "./found.ts";
import { isAttribute, isTerm } from "./keep.ts";
import type { Term } from "./messages/align.ts";

/** Adds the strings of a version to what was seen, as far as they would be taken today; its terms are returned. */
export function keepBefore(before: Vocabulary, seen: Counted, least: number): Term[] {
  const { routes, terms, attributes, elements, layout } = before;
  const add = (part: "routes" | "attributes" | "elements", entry: string) => {
    if (!seen[part].has(entry)) seen[part].set(entry, { states: least, routes: new Set() });
  };
  for (const route of routes) add("routes", route);
  for (const { name, value } of attributes)
    if (isAttribute(`${name}=${value}`)) add("attributes", `${name}=${value}`);
  for (const element of elements) add("elements", element);
  for (const { route, term, attribute, box } of layout?.boxes ?? []) {
    const cited = attribute === undefined ? undefined : attributes[attribute];
    const what = cited ? `${cited.name}=${cited.value}` : `term=${Object.values(terms[term ?? -1] ?? {})[0]}`;
    const place = `${routes[route]}\n${what}`;
    if (!seen.boxes.has(place)) seen.boxes.set(place, box);
  }
  return terms.filter((term) => Object.values(term).every(isTerm));
}
