// Fields that text is typed into, and the length of what is in them.
import { inTurn } from "./at-window.ts";
import {
  around,
  attribute,
  composedParent,
  fits,
  holdsNode,
  localName,
  nearest,
  textContent,
} from "./native.ts";

const textTypes = /^(text|search|email|tel|url|number|password)$/;
const editing = "[contenteditable]:not([contenteditable=false])";
const textRoles = "[role=textbox],[role=searchbox]";

/** The field that an event in `origin` types into, or null. */
export const fieldOf = inTurn(findField);

function findField(origin: Element): Element | null {
  if (origin instanceof HTMLTextAreaElement) return origin;
  if (origin instanceof HTMLInputElement) return textTypes.test(origin.type) ? origin : null;
  if (origin instanceof HTMLSelectElement || origin instanceof HTMLButtonElement) return null;
  return editingHost(origin) ?? contextHost(origin) ?? nearest(origin, textRoles) ?? designed(origin);
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

/** An element whose text the page keeps itself, with the browser's EditContext. */
const contextHost = (origin: Element): Element | undefined =>
  around(origin, 20).find(
    (at) => at instanceof HTMLElement && (at as { editContext?: object | null }).editContext,
  );

/** A document that is a field as a whole, as the frame of an older editor is. */
function designed(origin: Element): Element | null {
  if (document.designMode !== "on") return null;
  const { body } = document;
  return body instanceof HTMLElement && (holdsNode(body, origin) || localName(origin) === "html")
    ? body
    : null;
}

const isNativeText = (field: Element): field is HTMLInputElement | HTMLTextAreaElement =>
  field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;

/** A field that handles keys itself: the browser tells of no edit in it. */
export const isOwnEditor = (field: Element): boolean =>
  !isNativeText(field) && nearest(field, editing) === null && document.designMode !== "on";

/** Text with a format: bold, links. */
export const isRich = (field: Element): boolean => !isNativeText(field);

/** Enter in a one-line field submits. */
export const isOneLine = (field: Element): boolean => field instanceof HTMLInputElement;

/** Length of the value in UTF-16 code units; the value itself goes nowhere. */
export function lengthOf(field: Element): number {
  return isNativeText(field) ? field.value.length : (textContent(field)?.length ?? 0);
}

/** Length and place of the caret: what a page that writes a key's text itself changes. */
export function measureOf(field: Element): string {
  return `${lengthOf(field)} ${isNativeText(field) ? caretOf(field) : ""}`;
}

/** Null in the types that have no selection, such as number. */
const caretOf = (field: HTMLInputElement | HTMLTextAreaElement): number | null => field.selectionStart;

/** Whether two fields may be one that the page has made anew: the same kind, under the same id or name. */
export function isSameField(before: Element, after: Element): boolean {
  const same = (name: string) => attribute(before, name) === attribute(after, name);
  const named = (name: string) => attribute(before, name) !== null && same(name);
  return isSameKind(before, after) && (named("id") || named("name"));
}

export const isSameKind = (before: Element, after: Element): boolean =>
  localName(before) === localName(after) &&
  ["type", "role"].every((name) => attribute(before, name) === attribute(after, name));

/** Whether the browser filled the field in and has marked it so. */
export const isAutofilled = (field: Element): boolean => isNativeText(field) && fits(field, ":autofill");
