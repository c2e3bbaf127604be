// Fields that text is typed into, and the length of what is in them.
import { attribute, composedParent, nearest, textContent } from "./native.ts";

const textTypes = new Set(["text", "search", "email", "tel", "url", "number", "password"]);
const editing = "[contenteditable]:not([contenteditable=false])";

/** The field that an event in `origin` types into, or null. */
export function fieldOf(origin: Element): Element | null {
  if (origin instanceof HTMLTextAreaElement) return origin;
  if (origin instanceof HTMLInputElement) return textTypes.has(origin.type) ? origin : null;
  return editingHost(origin) ?? nearest(origin, "[role=textbox]");
}

/** The outermost editable element: an editor's paragraphs belong to the editor. */
function editingHost(origin: Element): Element | null {
  let host = nearest(origin, editing);
  for (let depth = 0; host && depth < 50; depth++) {
    const parent = composedParent(host);
    const outer: Element | null = parent && nearest(parent, editing);
    if (!outer) break;
    host = outer;
  }
  return host;
}

/** A field that handles keys itself: the browser tells of no edit in it. */
export const isOwnEditor = (field: Element): boolean =>
  attribute(field, "role") === "textbox" &&
  !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) &&
  nearest(field, editing) === null;

/** Enter in a one-line field submits. */
export const isOneLine = (field: Element): boolean => field instanceof HTMLInputElement;

/** Length of the value in UTF-16 code units; the value itself goes nowhere. */
export function lengthOf(field: Element): number {
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.value.length;
  return textContent(field).length;
}
