// An element as a target: role, vocabulary index, path, selectors, box and state. No string of the page.
import type { Target } from "../../schemas/target.ts";
import type { Lookup } from "../vocabulary/lookup.ts";
import { apparentNameOf } from "./apparent-name.ts";
import { clickPath } from "./click-path.ts";
import { isEdited, nameOf } from "./name.ts";
import { boxOf } from "./native.ts";
import { roleOf } from "./role.ts";
import { type Described, inOrder, namedSelectors, structuralSelectors } from "./selectors.ts";
import { stateOf } from "./state.ts";
import { termsBeside } from "./terms.ts";

export interface Begun {
  target: Target;
  /** Role and accessible name as they were in the event. */
  described: Described;
}

/**
 * An element as it is now, before the page reacts to the act. What any act may change is read at once: name, state,
 * path, ordinals. Selectors that need the names of others are left to `finishTarget`.
 */
export function beginTarget(element: Element, lookup: Lookup): Begun {
  const described = { role: roleOf(element), name: nameOf(element, lookup) };
  const target: Target = {
    role: described.role,
    // Selectors go by the accessible name only: that is what finds the element again elsewhere.
    name: described.name ?? apparentNameOf(element, lookup),
    path: clickPath(element, lookup),
    selectors: inOrder(structuralSelectors(element, described, lookup)),
    box: thousandths(boxOf(element)),
    state: stateOf(element),
    terms: isEdited(element) ? [] : termsBeside(element, lookup),
  };
  return { target, described };
}

/** Adds the selectors by name and label, into the target itself: it may be part of a step already. */
export function finishTarget(element: Element, { target, described }: Begun, lookup: Lookup): void {
  const more = namedSelectors(element, described, lookup);
  if (more.length > 0) target.selectors.splice(0, Infinity, ...inOrder([...target.selectors, ...more]));
}

/** An element with all of its selectors, now. */
export function targetOf(element: Element, lookup: Lookup): Target {
  const begun = beginTarget(element, lookup);
  finishTarget(element, begun, lookup);
  return begun.target;
}

function thousandths(box: DOMRect): Target["box"] {
  // Each is asked of the browser, which first makes sure of the layout.
  const [width, height] = [innerWidth, innerHeight];
  const part = (length: number, of: number) => Math.round((1000 * length) / Math.max(of, 1)) || 0;
  return [part(box.x, width), part(box.y, height), part(box.width, width), part(box.height, height)];
}
