// The state of an element before the act: flags only, never a value.
import type { Target } from "../../schemas/target.ts";
import { attribute, carries, fits, localName, parentNode } from "./native.ts";

type State = Target["state"];

/** Read in the event's capture phase, before the page acts on it. */
export function stateOf(element: Element): State {
  const state: State = [];
  const filling = fillingOf(element);
  if (filling) state.push(filling);
  if (isChecked(element)) state.push("checked");
  if (isExpanded(element)) state.push("expanded");
  if (attribute(element, "aria-selected") === "true") state.push("selected");
  if (fits(element, ":disabled") || attribute(element, "aria-disabled") === "true") state.push("disabled");
  return state;
}

function fillingOf(element: Element): "empty" | "default" | "filled" | null {
  if (!(element instanceof HTMLTextAreaElement) && !isTextInput(element)) return null;
  if (element.value === "") return "empty";
  return element.value === element.defaultValue ? "default" : "filled";
}

const notText = /^(checkbox|radio|button|submit|reset|image|file|hidden)$/;

function isTextInput(element: Element): element is HTMLInputElement {
  return element instanceof HTMLInputElement && !notText.test(element.type);
}

export function isChecked(element: Element): boolean {
  if (element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type)) return element.checked;
  return attribute(element, "aria-checked") === "true" || attribute(element, "aria-pressed") === "true";
}

/** A summary speaks for its details. */
export function isExpanded(element: Element): boolean {
  if (attribute(element, "aria-expanded") === "true") return true;
  const name = localName(element);
  const opener = name === "summary" ? parentNode(element) : element;
  return opener instanceof Element && /^(details|dialog)$/.test(localName(opener)) && carries(opener, "open");
}
