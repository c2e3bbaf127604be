// An element as a target: role, vocabulary index, path, selectors, box and state. No string of the page.
import type { Target } from "../../schemas/target.ts";
import type { Lookup } from "../vocabulary/lookup.ts";
import { apparentNameOf } from "./apparent-name.ts";
import { clickPath } from "./click-path.ts";
import { isEdited, nameOf } from "./name.ts";
import { boxOf } from "./native.ts";
import { roleOf } from "./role.ts";
import { selectorsOf } from "./selectors.ts";
import { stateOf } from "./state.ts";
import { termsBeside } from "./terms.ts";

/** Describes an element as it is now; called before the page reacts to the act. */
export function targetOf(element: Element, lookup: Lookup): Target {
  const role = roleOf(element);
  const name = nameOf(element, lookup);
  return {
    role,
    // Selectors go by the accessible name only: that is what finds the element again elsewhere.
    name: name ?? apparentNameOf(element, lookup),
    path: clickPath(element, lookup),
    selectors: selectorsOf(element, { role, name }, lookup),
    box: thousandths(boxOf(element)),
    state: stateOf(element),
    terms: isEdited(element) ? [] : termsBeside(element, lookup),
  };
}

function thousandths(box: DOMRect): Target["box"] {
  const part = (length: number, of: number) => Math.round((1000 * length) / Math.max(of, 1)) || 0;
  return [
    part(box.x, innerWidth),
    part(box.y, innerHeight),
    part(box.width, innerWidth),
    part(box.height, innerHeight),
  ];
}
