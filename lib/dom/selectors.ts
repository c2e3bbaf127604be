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
import { type Counted, countIn } from "./count.ts";
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
    .flatMap(({ name, value, index }): Selector[] => {
      const candidates = withAttribute(name, value);
      const alone = counted(element, whole, candidates);
      if (alone && alone.nth === undefined) return [{ by: "attribute", attribute: index, ...alone }];
      const there = counted(element, place, candidates);
      return there ? [{ by: "attribute", attribute: index, ...there }] : [];
    });
}

function classSelector(element: Element, place: Place, lookup: Lookup): Selector[] {
  const classes = fixedClasses(element, lookup).slice(0, mostClasses);
  if (classes.length === 0) return [];
  const candidates = withClasses(
    cssOfElement(element, lookup),
    classes.map(({ value }) => value),
  );
  const there = counted(element, place, candidates);
  const indices = classes.map(({ index }) => index);
  return there ? [{ by: "css", tag: tagOf(element, lookup), classes: indices, ...there }] : [];
}

interface Around {
  place: Place;
  lookup: Lookup;
}

/** By role; by tag where there is none, and where more of that role stand before it than are looked at. */
function ordinalSelector(element: Element, role: Role, { place, lookup }: Around): Selector[] {
  const byRole = hasRole(element, role) ? counted(element, place, withRole(role)) : null;
  if (byRole) return [{ by: "ordinal", role, nth: 0, ...byRole }];
  const tag = tagOf(element, lookup);
  const byTag = counted(element, place, withTag(cssOfElement(element, lookup)));
  return byTag ? [{ by: "ordinal", role, tag, nth: 0, ...byTag }] : [];
}

/** By role and name and by label, inside the nearest anchor; `name` is what it was called in the event. */
export function namedSelectors(element: Element, { role, name }: Described, lookup: Lookup): Selector[] {
  if (!isConnected(element)) return [];
  const reader = createReader(lookup);
  const label = labelsOf(element, lookup)[0];
  const isNamed = name !== null && hasRole(element, role);
  if (label === undefined && !isNamed) return [];
  const place = placeOf(element, lookup, reader.read);
  const selectors: Selector[] = [];
  if (isNamed) {
    const there = counted(element, place, withRoleAndName(role, name, reader.read));
    if (there) selectors.push({ by: "role", role, name, ...there });
  }
  if (label !== undefined) {
    const there = counted(element, place, withLabel(label, lookup));
    if (there) selectors.push({ by: "label", label, ...there });
  }
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

function counted(
  element: Element,
  { scope, within }: Place,
  candidates: Candidates,
): (Counted & Pick<Place, "within">) | null {
  const there = countIn(scope, element, candidates);
  return there && { ...there, within };
}

/** The element's own name; of one that the vocabulary does not hold nothing can be said. */
function cssOfElement(element: Element, lookup: Lookup): string {
  return cssOfTag(tagOf(element, lookup), () => localName(element));
}

const order: readonly Selector["by"][] = ["attribute", "role", "label", "css", "ordinal"];

/** The likeliest to outlive a new version of the tool first. */
export const inOrder = (selectors: readonly Selector[]): Selector[] =>
  selectors.toSorted((a, b) => order.indexOf(a.by) - order.indexOf(b.by));
