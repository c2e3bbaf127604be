// The ids, names, test ids and classes of an element that its tool's vocabulary holds and that the next load has too.
import type { AttributeName, Lookup } from "../vocabulary/lookup.ts";
import { attribute } from "./native.ts";

export interface FixedAttribute {
  name: AttributeName;
  value: string;
  index: number;
}

/** Best first. */
const names = ["data-testid", "data-test", "data-cy", "data-qa", "id", "name"] as const;
const mostClasses = 30;

/** Without classes. */
export const fixedAttributes = (element: Element, lookup: Lookup): FixedAttribute[] =>
  lookup.markless ? [] : names.flatMap((name) => held(name, attribute(element, name) ?? "", lookup));

/** The classes that name what the element is. */
export const fixedClasses = (element: Element, lookup: Lookup): FixedAttribute[] =>
  lookup.markless
    ? []
    : (attribute(element, "class") ?? "")
        .split(/\s+/, mostClasses)
        .flatMap((value) => held("class", value, lookup));

function held(name: AttributeName, value: string, lookup: Lookup): FixedAttribute[] {
  const index = lookup.attribute(name, value);
  return index === null ? [] : [{ name, value, index }];
}
