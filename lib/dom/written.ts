// What a person writes, chooses or keeps private must not become somebody's name: the computation of names takes in
// the values of fields that stand in a label or a button.
import { attribute, countInside, elementById, findAll, fits, isElement, rootOf } from "./native.ts";

/** Text that is edited in place, by the browser or by the page itself. */
export const editedText = [
  "[contenteditable]:not([contenteditable=false])",
  "[role=textbox],[role=searchbox],[role=code]",
].join();

/** Fields, and what somebody asked to keep private. */
export const writtenParts = [
  "input:not([type=checkbox],[type=radio],[type=button],[type=submit],[type=reset],[type=image],[type=hidden])",
  "textarea,select,output,[role=combobox],[role=spinbutton],[role=slider],[data-private]",
  editedText,
].join();

/** A name that is gathered from more places than this is none. */
const mostSources = 40;

/**
 * Whether a name that is read from `sources` would take in anything written, also through slots and references.
 * `itself` is the element that is named: its own value is no part of its name.
 */
export function holdWritten(sources: readonly Element[], itself: Element): boolean {
  const seen = new Set<Element>();
  const open = [...sources];
  for (let source = open.pop(); source; source = open.pop()) {
    if (seen.has(source)) continue;
    if (seen.size >= mostSources) return true;
    seen.add(source);
    if (source !== itself && fits(source, writtenParts)) return true;
    // Most sources hold text alone: they are not searched.
    const hasParts = countInside(source) > 0;
    const written = hasParts ? findAll(source, writtenParts) : [];
    for (let at = 0; at < written.length; at++) if (written[at] !== itself) return true;
    open.push(...ledTo(source, hasParts));
  }
  return false;
}

/** What is slotted into a part of it, and what a part of it refers to as its content or its name. */
function ledTo(source: Element, hasParts: boolean): Element[] {
  const parts = hasParts ? Array.from(findAll(source, "slot,[aria-owns],[aria-labelledby]")) : [];
  return [source, ...parts].flatMap((part) => [
    ...(part instanceof HTMLSlotElement ? assignedTo(part).filter(isElement) : []),
    ...referencesOf(part, "aria-owns"),
    ...referencesOf(part, "aria-labelledby"),
  ]);
}

export const assignedTo = (slot: HTMLSlotElement): Node[] =>
  Reflect.apply(HTMLSlotElement.prototype.assignedNodes, slot, [{ flatten: true }]);

/** The elements that an attribute names by their ids. */
export function referencesOf(element: Element, name: string): Element[] {
  const ids = (attribute(element, name) ?? "").slice(0, 2000).split(/\s+/).filter(Boolean);
  const root = rootOf(element);
  return ids
    .slice(0, mostSources)
    .map((id) => elementById(root, id))
    .filter(isElement);
}
