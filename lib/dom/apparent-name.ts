// What a person calls an element that has no accessible name: an icon, a row of a palette, a field beside its label.
// Looked up like every other string: what the vocabulary does not hold is nothing.
import type { Lookup } from "../vocabulary/lookup.ts";
import { fixedAttributes, fixedClasses } from "./fixed-attributes.ts";
import { isEdited } from "./name.ts";
import {
  around,
  attribute,
  carries,
  composedParent,
  fits,
  localName,
  nearest,
  nextSibling,
  nodeType,
  previousSibling,
  textOf,
  walkIn,
} from "./native.ts";
import { roleOf } from "./role.ts";
import { rolesOf } from "./roles.ts";
import { editedText } from "./written.ts";

const mostLevels = 3;
/** What holds more than this is a part of the page, not a thing with a name. */
const mostElements = 12;
const mostLetters = 120;
const mostSiblings = 20;

const nameAttributes = [
  "aria-label",
  "title",
  "data-tooltip",
  "placeholder",
  "aria-placeholder",
  "alt",
] as const;
/** What stands in them is the person's. */
const written = `input,textarea,select,output,[data-private],${editedText}`;

/** What has a name of its own. */
const controls =
  "a[href],button,summary,[role=button],[role=link],[role=tab],[role=menuitem],[role=option],[role=checkbox]";

const fields = rolesOf("f");
/** Parts of the page: their names are not those of what lies in them. */
const parts = rolesOf("pa");

/** Index of the first apparent name that the vocabulary holds, else of what it calls the element's attributes, or null. */
export function apparentNameOf(element: Element, lookup: Lookup): number | null {
  if (lookup.wordless) return null;
  for (const text of apparentNames(element)) {
    const index = lookup.term(text);
    if (index !== null) return index;
  }
  if (isOfPerson(element)) return null;
  for (const { index } of [...fixedAttributes(element, lookup), ...fixedClasses(element, lookup)]) {
    const term = lookup.called(index);
    if (term !== null) return term;
  }
  return null;
}

const isOfPerson = (element: Element): boolean => isEdited(element) || carries(element, "data-private");

/** From the nearest to the farthest: the element's own, its label in the same row, that of what is around it. */
export function* apparentNames(element: Element): Generator<string> {
  if (isOfPerson(element)) return;
  yield* ownNames(element);
  if (fields.has(roleOf(element))) {
    const label =
      labelBeside(element) ?? (/^(checkbox|radio)$/.test(roleOf(element)) ? textBehind(element) : null);
    if (label) yield label;
    return;
  }
  for (const at of around(composedParent(element), mostLevels)) {
    if (parts.has(roleOf(at)) || /^(body|html|select|optgroup|datalist)$/.test(localName(at))) return;
    yield* ownNames(at);
  }
}

function* ownNames(element: Element): Generator<string> {
  for (const name of nameAttributes) {
    const value = attribute(element, name);
    if (value) yield value;
  }
  const text = shortText(element);
  if (text) yield text;
}

/** The nearest label, legend or heading cell before a field, in its row or up to three levels around it. */
function labelBeside(element: Element): string | null {
  for (const at of around(element, mostLevels)) {
    let before = previousSibling(at);
    for (let looked = 0; before && looked < mostSiblings; looked++, before = previousSibling(before)) {
      if (/^(label|legend|th|dt)$/.test(localName(before))) return shortText(before);
    }
  }
  return null;
}

/** What a box without a label is for stands behind it, up to the next control or field; controls have names of their own. */
function textBehind(box: Element): string | null {
  let at: Element | null = box;
  for (let level = 0; at && level < mostLevels; level++, at = composedParent(at)) {
    let after = nextSibling(at);
    for (let looked = 0; after && looked < 3 && !fits(after, written); looked++, after = nextSibling(after)) {
      const text = fits(after, controls) ? null : shortText(after);
      if (text) return text;
    }
  }
  return null;
}

/** All that an element shows, if that is little and nothing of it was written by a person. */
function shortText(element: Element): string | null {
  if (fits(element, written)) return null;
  const walker = walkIn(element);
  let elements = 0;
  let text = "";
  // Node by node and without a filter, which could not end the walk: it stops at the first thing too many.
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (nodeType(node) !== Node.TEXT_NODE) {
      if (++elements > mostElements || fits(node as Element, written)) return null;
    } else if (!isUnseen(node)) {
      const piece = textOf(node as Text);
      if (piece.trim() !== "" && isOfControl(node, element)) return null;
      // A space between, as the computation of names sets one; white space is one space in the end.
      text += ` ${piece}`;
    }
    if (text.length > mostLetters) return null;
  }
  return text.trim() === "" ? null : text;
}

/** Whether a text is the name of a control inside the element. */
const isOfControl = (text: Node, element: Element): boolean => {
  const parent = composedParent(text);
  return parent !== null && nearest(parent, controls) !== nearest(element, controls);
};

const isUnseen = (text: Node): boolean => {
  const parent = composedParent(text);
  return parent !== null && /^(script|style|noscript|template)$/.test(localName(parent));
};
