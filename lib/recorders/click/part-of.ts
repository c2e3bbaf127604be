// Clicks that are only the beginning of something else: of typing in the same field, of a choice in the same control.
import type { KindName } from "../../../schemas/step.ts";
import { fieldOf } from "../../dom/editable.ts";
import { localName } from "../../dom/native.ts";

const choices = /^(checkbox|radio|date|time|month|week|datetime-local|range|color|file)$/;
const dates = /^(date|time|month|week|datetime-local)$/;

const typeOf = (element: Element): string => (element instanceof HTMLInputElement ? element.type : "");

export interface Whole {
  kind: Extract<KindName, "typing" | "choose">;
  /** The field that is typed into, or the control that is chosen in. */
  thing: Element;
}

/** What a click on this element may turn out to be a part of. */
export function wholeOf(element: Element, kinds: readonly string[]): Whole | null {
  const control = localName(element) === "option" ? (element as HTMLElement).closest("select") : element;
  if (control && (localName(control) === "select" || choices.test(typeOf(control))))
    return kinds.includes("choose") ? { kind: "choose", thing: control } : null;
  const field = fieldOf(element);
  return field && kinds.includes("typing") ? { kind: "typing", thing: field } : null;
}

/** A date is put together by several clicks and keys. */
export const isDate = (element: Element): boolean => dates.test(typeOf(element));

/** Pasting, dropping and undoing are acts of their own, so that a click before them is one too. */
export const isTyping = (event: Event): boolean =>
  !/^(insertFromPaste|insertFromDrop|deleteBy|history)/.test((event as InputEvent).inputType ?? "");
