// What a node says of its element: role, tag, published name, state, published attributes.
import { tagOf } from "../dom/click-path.ts";
import { fixedAttributes, fixedClasses } from "../dom/fixed-attributes.ts";
import { localName } from "../dom/native.ts";
import { roleOf } from "../dom/role.ts";
import { isSaid } from "../dom/roles.ts";
import { stateOf } from "../dom/state.ts";
import type { Lookup } from "../vocabulary/lookup.ts";
import { type Labels, quickNameOf } from "./quick-name.ts";
import type { Described } from "./raw.ts";

const mostAttributes = 8;

export interface Describing {
  lookup: Lookup;
  labels: Labels;
}

/** `boundary` is what was crossed from the parent into the element. */
export function describe(
  element: Element,
  { lookup, labels }: Describing,
  boundary: Described["boundary"],
): Described {
  const tagged = localName(element);
  const own = roleOf(element);
  const role = tagged === "body" && own === "generic" ? "document" : own;
  const described: Described = { role };
  const tag = tagOf(element, lookup);
  if (!isSaid(role, tag)) described.tag = tag;
  const attributes = attributesOf(element, lookup);
  if (attributes.length > 0) described.attributes = attributes;
  if (boundary) described.boundary = boundary;
  if (role === "generic") return described;
  const name = quickNameOf({ element, role, localName: tagged, labels }, lookup);
  if (name !== null) described.name = name;
  const state = stateOf(element);
  if (state.length > 0) described.state = state;
  return described;
}

/** In the vocabulary's order, whatever the order in the page. */
function attributesOf(element: Element, lookup: Lookup): number[] {
  const found = [...fixedAttributes(element, lookup), ...fixedClasses(element, lookup)];
  const indices = [...new Set(found.map(({ index }) => index))];
  return indices.sort((a, b) => a - b).slice(0, mostAttributes);
}
