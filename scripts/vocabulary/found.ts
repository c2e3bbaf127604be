// What the script inside the page hands to the crawler, and what the crawler makes of it.
import type { Role } from "../../schemas/target.ts";
import type { Place } from "./page-walk.ts";

export type Box = [number, number, number, number];

export interface Collected {
  address: string;
  /** Addresses of the same origin. */
  links: string[];
  terms: string[];
  /** As `name=value`. */
  attributes: string[];
  elements: string[];
  /** Classes of parts of the page that only one element has, and that several have. */
  single: string[];
  repeated: string[];
  /** Of what is there once: `what` is `term=...` or an attribute. */
  boxes: { what: string; box: Box }[];
}

export interface Control {
  /** The same control in another state of the page has the same key. */
  key: string;
  name: string;
  place: Place;
  /** Opened by a double click: something drawn or draggable. */
  twice: boolean;
  /** Goes to another page. */
  leaves: boolean;
}

/** An element that says no name, by an attribute as `name=value`. */
export interface Unnamed {
  attribute: string;
  place: Place;
}

/** One element that can be acted on: whether the vocabulary holds its name, or an attribute that finds it. */
export interface Covered {
  route: string | null;
  role: Role;
  named: boolean;
  found: boolean;
  called: string;
}

export const parts = ["routes", "terms", "attributes", "elements", "names"] as const;
export type Part = (typeof parts)[number];

/** What one visit saw. `names` are what tooltips say: an attribute, a colon and a text. */
export type Seen = Record<Part, Set<string>> & {
  /** By route and what it is, joined by a line break. */
  boxes: Map<string, Box>;
  /** Classes of parts of the page; some that several elements had at once. */
  single: Set<string>;
  repeated: Set<string>;
};

export const seenNothing = (): Seen => ({
  routes: new Set(),
  terms: new Set(),
  attributes: new Set(),
  elements: new Set(),
  names: new Set(),
  boxes: new Map(),
  single: new Set(),
  repeated: new Set(),
});

/** Thousandths by which a box may differ between two visits: text of another width moves its neighbours a little. */
const tolerance = 5;

/** What both visits saw: a clock, a counter, an id made for one visit or a word of one account's data is not in both. */
export function inBoth(one: Seen, other: Seen): Seen {
  const both = seenNothing();
  for (const part of parts) both[part] = new Set([...one[part]].filter((entry) => other[part].has(entry)));
  for (const [what, box] of one.boxes) {
    const again = other.boxes.get(what);
    if (again && box.every((length, at) => Math.abs(length - again[at]!) <= tolerance))
      both.boxes.set(what, box);
  }
  both.single = new Set([...one.single].filter((part) => other.single.has(part)));
  both.repeated = new Set([...one.repeated, ...other.repeated]);
  return both;
}

/** What was seen over all states: in how many of them, and on which routes. */
export interface Count {
  states: number;
  routes: Set<string>;
}
export type Counted = Record<Part, Map<string, Count>> & {
  boxes: Map<string, Box>;
  /** In how many states each class was that of one part of the page only; those that any state showed twice. */
  single: Map<string, number>;
  repeated: Set<string>;
};

export const countedNothing = (): Counted => ({
  routes: new Map(),
  terms: new Map(),
  attributes: new Map(),
  elements: new Map(),
  names: new Map(),
  boxes: new Map(),
  single: new Map(),
  repeated: new Set(),
});

/** Adds one state. A box is that of the first state that showed it: the one with the fewest presses. */
export function addTo(all: Counted, state: Seen): void {
  for (const part of parts) {
    for (const entry of state[part]) {
      const count = all[part].get(entry) ?? { states: 0, routes: new Set() };
      count.states++;
      for (const route of state.routes) count.routes.add(route);
      all[part].set(entry, count);
    }
  }
  for (const part of state.single) all.single.set(part, (all.single.get(part) ?? 0) + 1);
  for (const part of state.repeated) all.repeated.add(part);
  for (const [what, box] of state.boxes) if (!all.boxes.has(what)) all.boxes.set(what, box);
}
