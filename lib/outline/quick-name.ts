// The name of a node, as an index of the vocabulary: quicker than the full computation, which styles and layout would
// have to be read for. A name is only ever what the vocabulary holds.
import type { Role } from "../../schemas/target.ts";
import { attribute, below, findAll, firstOf, fits, rootOf, textContent } from "../dom/native.ts";
import { rolesOf } from "../dom/roles.ts";
import { editedText, holdWritten, referencesOf } from "../dom/written.ts";
import type { Lookup } from "../vocabulary/lookup.ts";

/** Larger than this is content, not a name. */
const mostElements = 40;
const fields = /^(input|textarea|select|button|meter|progress|output)$/;

/** Roles that ARIA names by what they contain. */
const fromContent = rolesOf("n");

export interface Named {
  element: Element;
  role: Role;
  localName: string;
  labels: Labels;
}

/** The label of each field of a document or shadow root, found once: a field's own list costs a walk over the page. */
export type Labels = Map<Node, ReadonlyMap<Element, Element>>;
const mostLabels = 2000;

function labelOf(element: Element, labels: Labels): Element | undefined {
  const root = rootOf(element);
  let known = labels.get(root);
  if (!known) {
    const found = firstOf(findAll(root, "label"), mostLabels) as HTMLLabelElement[];
    known = new Map(found.flatMap((label) => (label.control ? [[label.control, label] as const] : [])));
    labels.set(root, known);
  }
  return known.get(element);
}

/** Index of the first name that the element says, or null where the vocabulary does not hold it. */
export function quickNameOf(named: Named, lookup: Lookup): number | null {
  for (const text of textsOf(named)) if (text?.trim()) return lookup.term(text);
  return null;
}

function* textsOf({ element, role, localName, labels }: Named): Generator<string | null> {
  yield referencesOf(element, "aria-labelledby")
    .map((one) => shortText(one, element))
    .join(" ");
  yield attribute(element, "aria-label");
  if (fields.test(localName)) yield shortText(labelOf(element, labels), element);
  if (localName === "input" && role === "button") yield attribute(element, "value");
  yield attribute(element, "alt");
  if (fromContent.has(role) || role === "listitem") yield shortText(element, element);
  const caption = captions.get(localName);
  if (caption) yield shortText(findAll(element, `:scope > ${caption}`)[0], element);
  yield attribute(element, "title");
  yield attribute(element, "placeholder");
}

const captions = new Map([
  ["fieldset", "legend"],
  ["table", "caption"],
  ["figure", "figcaption"],
  ["details", "summary"],
]);

/** Without what somebody wrote or keeps private: that is nobody's name. */
function shortText(source: Element | undefined, named: Element): string | null {
  if (!source || below(source).length > mostElements || fits(source, editedText)) return null;
  return holdWritten([source], named) ? null : textContent(source);
}
