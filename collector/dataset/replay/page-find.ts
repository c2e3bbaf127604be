// Looks for the element of a shipped target in one document. Each way to it was proven when it was recorded; in a page
// of today they may differ, so that each way gives its element a vote.

import { apparentNameOf } from "../../../lib/dom/apparent-name.ts";
import { clickPath, tagOf } from "../../../lib/dom/click-path.ts";
import { nameOf } from "../../../lib/dom/name.ts";
import { resolveSelector, type Tables, tablesOf } from "../../../lib/dom/resolve.ts";
import type { ShippedSelector, ShippedTarget } from "../../../schemas/target.ts";
import type { Vocabulary } from "../../../schemas/vocabulary.ts";
import { type Choice, likeliestFirst } from "./page-alike.ts";
import { outer, rootsIn } from "./page-roots.ts";

export type Way = ShippedSelector["by"] | "path" | "name";

export interface Found {
  element: Element;
  /** The ways that led to it, the strongest first. */
  by: Way[];
  /** How much of what is known of it agrees, 0 to 1. */
  agrees: number;
  /** How many elements agree as much. */
  alike: number;
}

/** What a way's word counts for: names are the tool's own, an ordinal moves with what stands before it. */
const weights: Record<Way, number> = {
  attribute: 3,
  role: 3,
  label: 3,
  name: 2,
  css: 2,
  path: 2,
  ordinal: 1,
};
const strongest = Object.keys(weights) as Way[];
/** Elements of one tag that are compared with the click path. */
const mostCompared = 3000;

type Known = Pick<Vocabulary, "routes" | "terms" | "attributes" | "elements">;
let tables: Tables = tablesOf({ routes: [], terms: [], attributes: [], elements: [] });
let terms: Known["terms"] = [];

/** Runs once a document: the published strings by which elements are found. */
export function know(vocabulary: Known): void {
  tables = tablesOf(vocabulary);
  terms = vocabulary.terms;
}

/** How many links agree, counted from the element, as a share of those that left. */
function pathShare(element: Element, { path }: ShippedTarget): number {
  if (path.length === 0) return 0;
  const here = clickPath(element, tables.lookup).reverse();
  const agree = path.toReversed().findIndex((link, at) => {
    const own = here[at];
    return (
      !own || own.tag !== link.tag || (own.among ?? own.nth) !== link.nth || own.boundary !== link.boundary
    );
  });
  return (agree < 0 ? path.length : agree) / path.length;
}

/** Elements whose place fits the whole path that left. */
function atPath(target: ShippedTarget): Element[] {
  const last = target.path.at(-1);
  if (!last) return [];
  const css = typeof last.tag === "number" ? (tables.elements[last.tag] ?? "*") : last.tag;
  return rootsIn(document)
    .flatMap((root) => Array.from(root.querySelectorAll(css === "custom" ? "*" : css)))
    .filter((element) => tagOf(element, tables.lookup) === last.tag)
    .slice(0, mostCompared)
    .filter((element) => pathShare(element, target) === 1);
}

/** As the recorder calls it: an icon or a box has no accessible name, but may have an apparent one. */
const calledAs = (element: Element): number | null =>
  nameOf(element, tables.lookup) ?? apparentNameOf(element, tables.lookup);

/** The element that most speaks for, or null. */
export function find(target: ShippedTarget, choice: Choice = { use: "any" }): Found | null {
  const votes = new Map<Element, Set<Way>>();
  const vote = (element: Element | null, way: Way) => {
    if (element) votes.set(element, (votes.get(element) ?? new Set()).add(way));
  };
  for (const root of rootsIn(document))
    for (const selector of target.selectors) vote(resolveSelector(selector, root, tables), selector.by);
  for (const element of atPath(target)) vote(element, "path");
  const asked = new Set<Way>([...target.selectors.map(({ by }) => by), "path"]);
  if (target.name !== null) asked.add("name");
  const all = [...asked].reduce((sum, way) => sum + weights[way], 0);
  const found = [...votes].map(([element, by]) => {
    if (target.name !== null && calledAs(element) === target.name) by.add("name");
    const said = [...by].reduce((sum, way) => sum + (way === "path" ? 0 : weights[way]), 0);
    const agrees = (said + weights.path * pathShare(element, target)) / all;
    return { element, by: strongest.filter((way) => by.has(way)), agrees };
  });
  // What is shown comes first among those that agree as much.
  const shown = found.filter(({ element }) => element.checkVisibility());
  const sorted = (shown.length > 0 ? shown : found).toSorted((a, b) => b.agrees - a.agrees);
  const alike = sorted.filter(({ agrees }) => agrees === sorted[0]?.agrees);
  const [likeliest] = likeliestFirst(
    alike.map(({ element }) => element),
    choice,
  );
  const best = alike.find(({ element }) => element === likeliest);
  return best ? { ...best, alike: alike.length } : null;
}

const given =
  "button,a,[role=button],[role=link],[role^=menuitem],input[type=submit],input[type=button],input[type=image]";

/** A shown button, link or menu item that is called as the command: "Save", "Save ...", "Undo (Ctrl+Z)". */
export function commandButton(command: string): Element | null {
  const says = (text: string) =>
    text
      .toLowerCase()
      .replace(/\(.*\)|[.:…]/g, "")
      .trim() === command;
  const all = rootsIn(document).flatMap((root) => Array.from(root.querySelectorAll(given)));
  const isCalled = (element: Element) => {
    const name = nameOf(element, tables.lookup);
    return name !== null && Object.values(terms[name] ?? {}).some(says);
  };
  return all.find((element) => element.checkVisibility() && isCalled(element)) ?? null;
}

/** Where an element stands, by tags and positions: `html:0/body:0/main:0`. */
export function placeOf(element: Element): string {
  const links: string[] = [];
  for (let at: Element | null = element; at; at = outer(at)) {
    const { localName } = at;
    const siblings = Array.from(at.parentNode?.children ?? []).filter((one) => one.localName === localName);
    links.unshift(`${localName}:${siblings.indexOf(at)}`);
  }
  return links.join("/");
}
