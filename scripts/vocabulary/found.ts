// What the script inside the page hands to the crawler.

export interface Collected {
  address: string;
  /** Addresses of the same origin. */
  links: string[];
  terms: string[];
  attributes: { name: "id" | "name" | "data-testid"; value: string }[];
  elements: string[];
}

export interface Control {
  /** The same control in another state of the page has the same key. */
  key: string;
  name: string;
  path: string;
  /** Opened by a double click: something drawn or draggable. */
  twice: boolean;
  /** Goes to another page. */
  leaves: boolean;
}

/** What was seen, as sets that can be put together. */
export interface Seen {
  routes: Set<string>;
  terms: Set<string>;
  attributes: Set<string>;
  elements: Set<string>;
}

const parts = ["routes", "terms", "attributes", "elements"] as const;

export const seenNothing = (): Seen => ({
  routes: new Set(),
  terms: new Set(),
  attributes: new Set(),
  elements: new Set(),
});

/** What both visits saw: a clock, a counter or an id made for one visit is not in both. */
export function inBoth(one: Seen, other: Seen): Seen {
  const both = seenNothing();
  for (const part of parts) both[part] = new Set([...one[part]].filter((entry) => other[part].has(entry)));
  return both;
}

export function addTo(all: Seen, more: Seen): void {
  for (const part of parts) for (const entry of more[part]) all[part].add(entry);
}
