// The nearest ancestor that can be found by itself. A selector looks inside it, so that a change elsewhere on the page
// does not matter.
import type { Anchor } from "../../schemas/target.ts";
import type { Lookup } from "../vocabulary/lookup.ts";
import { type Candidates, type ReadName, withAttribute, withRole, withRoleAndName } from "./candidates.ts";
import { onlyOne } from "./count.ts";
import { fixedAttributes, fixedClasses } from "./fixed-attributes.ts";
import { isElement, parentNode, rootOf } from "./native.ts";
import { ariaRoleOf } from "./role.ts";
import { rolesOf } from "./roles.ts";

/** Landmarks and dialogs: found by their role where they are the only one. */
const parts = rolesOf("p");
/** Found by role and name as well. */
const named = rolesOf("pg");

const mostLevels = 100;
/** Searches through the whole root for one anchor. */
const mostSearches = 8;

export interface Place {
  scope: Node;
  /** Null for the whole document or shadow root. */
  within: Anchor | null;
}

/** With `readName` an ancestor may be found by its name too, which costs more. */
export function placeOf(element: Element, lookup: Lookup, readName?: ReadName): Place {
  const root = rootOf(element);
  let searches = 0;
  /** Null where it cannot be found by these; `shown` where it is one of several. */
  const alone = (at: Element, candidates: Candidates): { shown?: true } | null => {
    if (++searches > mostSearches) return null;
    const found = onlyOne(root, candidates);
    return found?.element === at ? (found.shown ? { shown: true } : {}) : null;
  };
  let at = parentNode(element);
  for (let level = 0; isElement(at) && level < mostLevels; level++, at = parentNode(at)) {
    for (const { name, value, index } of [...fixedAttributes(at, lookup), ...fixedClasses(at, lookup)]) {
      const found = alone(at, withAttribute(name, value));
      if (found) return { scope: at, within: { attribute: index, ...found } };
    }
    const role = ariaRoleOf(at);
    const part = parts.has(role) && alone(at, withRole(role));
    if (part) return { scope: at, within: { role, name: null, ...part } };
    const name = readName && named.has(role) ? readName(at) : null;
    const called = readName && name !== null && alone(at, withRoleAndName(role, name, readName));
    if (called) return { scope: at, within: { role, name, ...called } };
    if (searches > mostSearches) break;
  }
  return { scope: root, within: null };
}
