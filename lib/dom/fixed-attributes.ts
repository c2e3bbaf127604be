// The ids, names, test ids and classes of an element that its tool's vocabulary holds and that the next load has too.
import { isFrameworkMade } from "../vocabulary/framework-made.ts";
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

/** Classes that tell how something is just now, not what it is. */
const states =
  "active|selected|current|open|opened|close|closed|hover|hovered|focus|focused|focus-visible|focus-within|disabled|" +
  "enabled|expanded|collapsed|checked|visible|hidden|show|shown|loading|busy|drag|dragging|dragged|drop|dropping|" +
  "over|pressed|invalid|valid|error|dirty|pristine|touched|untouched|editing|animating|enter|entering|leave|leaving";
const ofState = new RegExp(`^(is|has|was)-|^ui-state|(^|[-_])(${states})$`, "i");

/** Without classes. */
export const fixedAttributes = (element: Element, lookup: Lookup): FixedAttribute[] =>
  names.flatMap((name) => held(name, attribute(element, name), lookup));

/** The classes that name what the element is. */
export function fixedClasses(element: Element, lookup: Lookup): FixedAttribute[] {
  const classes = attribute(element, "class");
  if (!classes) return [];
  return classes
    .split(/\s+/, mostClasses)
    .filter((value) => !ofState.test(value))
    .flatMap((value) => held("class", value, lookup));
}

/** Whatever a vocabulary lists: what a framework made is of this load only. */
function held(name: AttributeName, value: string | null, lookup: Lookup): FixedAttribute[] {
  if (!value) return [];
  const index = lookup.attribute(name, value);
  return index === null || isFrameworkMade(name, value) ? [] : [{ name, value, index }];
}
