// What is selected, never its text.
import { isElement, parentNode } from "./native.ts";

/** Whether anything is selected: in the field, or in the page where there is no field. */
export function selects(field: Element | null): boolean {
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    // Null in the types that do not tell, such as email: taken for selected.
    return field.selectionStart === null || field.selectionStart !== field.selectionEnd;
  }
  const selection = getSelection();
  return selection !== null && selection.rangeCount > 0 && !selection.isCollapsed;
}

/** The element that holds all that is selected in the page, or null for nothing. */
export function selectedElement(): Element | null {
  if (!selects(null)) return null;
  const node = getSelection()!.getRangeAt(0).commonAncestorContainer;
  if (isElement(node)) return node;
  const parent = parentNode(node);
  return isElement(parent) ? parent : null;
}
