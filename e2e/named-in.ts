// Which entries of a vocabulary a run refers to: every index in steps and outlines, whatever it stands in.

export interface Named {
  terms: Set<number>;
  attributes: Set<number>;
  elements: Set<number>;
  routes: Set<number>;
}

const tables: Record<string, keyof Named> = {
  name: "terms",
  terms: "terms",
  label: "terms",
  alert: "terms",
  option: "terms",
  attribute: "attributes",
  attributes: "attributes",
  classes: "attributes",
  tag: "elements",
  route: "routes",
};

/** Walks through any number of values. */
export function namedIn(...values: unknown[]): Named {
  const named: Named = { terms: new Set(), attributes: new Set(), elements: new Set(), routes: new Set() };
  const walk = (value: unknown, key: string) => {
    const table = tables[key];
    if (typeof value === "number" && table) named[table].add(value);
    if (Array.isArray(value)) for (const each of value) walk(each, key);
    else if (value && typeof value === "object")
      for (const [inner, each] of Object.entries(value)) walk(each, inner);
  };
  for (const value of values) walk(value, "");
  return named;
}
