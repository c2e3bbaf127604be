// Ways to find an element again besides its path, each proven by a bounded search. In a shadow root they count from
// that root.
import type { Role, Selector } from "../../schemas/target.ts";
import type { Lookup } from "../vocabulary/lookup.ts";
import { type Place, placeOf } from "./anchor.ts";
import {
  type Candidates,
  cssOfTag,
  type ReadName,
  withAttribute,
  withClasses,
  withLabel,
  withRole,
  withRoleAndName,
  withTag,
} from "./candidates.ts";
import { tagOf } from "./click-path.ts";
import { countIn } from "./count.ts";
import { fixedAttributes, fixedClasses } from "./fixed-attributes.ts";
import { labelsOf } from "./label.ts";
import { nameOf } from "./name.ts";
import { countInside, isConnected, localName, rootOf } from "./native.ts";
import { ariaRoleOf } from "./role.ts";

const mostAttributes = 3;
const mostClasses = 3;
/** Elements inside which names are read for one selector: about 3 ms. */
const mostRead = 300;

export interface Described {
  role: Role;
  /** Index of the accessible name. */
  name: number | null;
}

/** By attribute, by class and by ordinal: the browser counts, no name is read. */
export function structuralSelectors(element: Element, { role }: Described, lookup: Lookup): Selector[] {
  if (!isConnected(element)) return [];
  const place = placeOf(element, lookup);
  return [
    ...attributeSelectors(element, place, lookup),
    ...classSelector(element, place, lookup),
    ...ordinalSelector(element, role, { place, lookup }),
  ];
}

function attributeSelectors(element: Element, place: Place, lookup: Lookup): Selector[] {
  const whole: Place = { scope: rootOf(element), within: null };
  return fixedAttributes(element, lookup)
    .slice(0, mostAttributes)
    .flatMap(({ name, value, index }) => {
      const found = { ...withAttribute(name, value), says: { by: "attribute", attribute: index } } as const;
      const alone = proven(element, whole, found);
      return alone[0] && alone[0].nth === undefined ? alone : proven(element, place, found);
    });
}

function classSelector(element: Element, place: Place, lookup: Lookup): Selector[] {
  const classes = fixedClasses(element, lookup).slice(0, mostClasses);
  if (classes.length === 0) return [];
  const values = classes.map(({ value }) => value);
  const indices = classes.map(({ index }) => index);
  const says = { by: "css", tag: tagOf(element, lookup), classes: indices } as const;
  return proven(element, place, { ...withClasses(cssOfElement(element, lookup), values), says });
}

interface Around {
  place: Place;
  lookup: Lookup;
}

/** By role; by tag where there is none, and where more of that role stand before it than are looked at. */
function ordinalSelector(element: Element, role: Role, { place, lookup }: Around): Selector[] {
  const says = { by: "ordinal", role, nth: 0 } as const;
  const byRole = hasRole(element, role) ? proven(element, place, { ...withRole(role), says }) : [];
  if (byRole.length > 0) return byRole;
  const tag = tagOf(element, lookup);
  return proven(element, place, { ...withTag(cssOfElement(element, lookup)), says: { ...says, tag } });
}

/** By role and name and by label, inside the nearest anchor; `name` is what it was called in the event. */
export function namedSelectors(element: Element, { role, name }: Described, lookup: Lookup): Selector[] {
  if (!isConnected(element)) return [];
  const reader = createReader(lookup);
  const label = labelsOf(element, lookup)[0];
  const isNamed = name !== null && hasRole(element, role);
  if (label === undefined && !isNamed) return [];
  const place = placeOf(element, lookup, reader.read);
  const selectors: Selector[] = [
    ...(isNamed
      ? proven(element, place, {
          ...withRoleAndName(role, name, reader.read),
          says: { by: "role", role, name },
        })
      : []),
    ...(label === undefined
      ? []
      : proven(element, place, { ...withLabel(label, lookup), says: { by: "label", label } })),
  ];
  return reader.isSpent() ? [] : selectors;
}

/** An editable box is a text field to a person, but not to whoever looks for text fields. */
const hasRole = (element: Element, role: Role): boolean => role !== "generic" && ariaRoleOf(element) === role;

/** Reads each name once and only so many; once it is spent nothing that it said is a proof. */
function createReader(lookup: Lookup): { read: ReadName; isSpent(): boolean } {
  const known = new Map<Element, number | null>();
  let left = mostRead;
  const read = (element: Element): number | null => {
    if (left < 0) return null;
    const before = known.get(element);
    if (before !== undefined) return before;
    left -= 1 + countInside(element);
    const name = left < 0 ? null : nameOf(element, lookup);
    known.set(element, name);
    return name;
  };
  return { read, isSpent: () => left < 0 };
}

/** What is said to find it, where it does: and which of several it is. */
function proven(
  element: Element,
  { scope, within }: Place,
  { says, ...candidates }: Candidates & { says: object },
): Selector[] {
  const there = countIn(scope, element, candidates);
  return there ? [{ ...says, ...there, within } as Selector] : [];
}

/** The element's own name; of one that the vocabulary does not hold nothing can be said. */
function cssOfElement(element: Element, lookup: Lookup): string {
  return cssOfTag(tagOf(element, lookup), () => localName(element));
}

const order: readonly Selector["by"][] = ["attribute", "role", "label", "css", "ordinal"];

/** The likeliest to outlive a new version of the tool first. */
export const inOrder = (selectors: readonly Selector[]): Selector[] =>
  selectors.toSorted((a, b) => order.indexOf(a.by) - order.indexOf(b.by));
