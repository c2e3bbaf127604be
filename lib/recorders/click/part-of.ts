// Clicks that are only the beginning of something else: of typing in the same field, of a choice in the same control.
import type { KindName } from "../../../schemas/step.ts";
import { controlOf } from "../../dom/control.ts";
import { fieldOf } from "../../dom/editable.ts";
import { nearest } from "../../dom/native.ts";

export interface Whole {
  kind: Extract<KindName, "typing" | "choose">;
  /** The field that is typed into, or the control that is chosen in. */
  thing: Element;
}

/** What a click on this element may turn out to be a part of. */
export function wholeOf(element: Element, kinds: readonly string[]): Whole | null {
  const control = nearest(element, "select") ?? element;
  if (controlOf(control)) return kinds.includes("choose") ? { kind: "choose", thing: control } : null;
  const field = fieldOf(element);
  return field && kinds.includes("typing") ? { kind: "typing", thing: field } : null;
}

/** A date is put together by several clicks and keys. */
export const isDate = (element: Element): boolean => controlOf(element) === "date";

/** Pasting, dropping and undoing are acts of their own, so that a click before them is one too. */
export const isTyping = (event: Event): boolean =>
  !/^(insertFromPaste|insertFromDrop|deleteBy|history)/.test((event as InputEvent).inputType ?? "");
