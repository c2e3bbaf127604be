// The browser's own controls that a choice is made in, and what was chosen.
import type { StepOf } from "../../schemas/step.ts";
import type { Lookup } from "../vocabulary/lookup.ts";
import { actedOn } from "./acted-on.ts";
import { inTurn } from "./at-window.ts";
import { fieldOf, isRich } from "./editable.ts";
import type { CommandPlace } from "./key-class.ts";
import { attribute, nearest, rootOf } from "./native.ts";

export type Control = StepOf<"choose">["control"];

/** Which control an element is, or null. */
export function controlOf(element: Element): Control | null {
  if (element instanceof HTMLSelectElement) return "select";
  const type = element instanceof HTMLInputElement ? element.type : "";
  if (/^(checkbox|radio|range|file)$/.test(type)) return type as Control;
  if (/^(date|time|month|week|datetime-local)$/.test(type)) return "date";
  return type === "color" ? "colour" : null;
}

/** The control that an act on `origin` is about: its label's, its list's, or itself. */
export function controlAt(origin: Element): Element | null {
  if (origin instanceof HTMLInputElement || origin instanceof HTMLTextAreaElement)
    return controlOf(origin) ? origin : null;
  const select = nearest(origin, "select");
  const element = select ?? actedOn(origin);
  return controlOf(element) ? element : null;
}

/** The options that are chosen in a list. */
export const chosenIn = (element: Element): ReadonlySet<Element> =>
  new Set(
    element instanceof HTMLSelectElement ? [...element.options].filter(({ selected }) => selected) : [],
  );

/** Term of the one option that is chosen now and was not, or the other way round. */
export function optionOf(element: Element, before: ReadonlySet<Element>, lookup: Lookup): number | null {
  const now = chosenIn(element);
  const different = [...new Set([...now, ...before])].filter(
    (option) => !(now.has(option) && before.has(option)),
  );
  const isOne = !(element instanceof HTMLSelectElement && element.multiple);
  if (!isOne && different.length !== 1) return null;
  const [option] = isOne ? now : different;
  if (!(option instanceof HTMLOptionElement)) return null;
  return lookup.term(attribute(option, "label") || option.text);
}

/** Radio buttons of which one is chosen. */
export const isSameGroup = (one: Element, other: Element): boolean =>
  attribute(one, "name") === attribute(other, "name") && rootOf(one) === rootOf(other);

/** What kind of place keys are pressed in. */
export const placeOf = inTurn(findPlace);

function findPlace(origin: Element): CommandPlace {
  const field = fieldOf(origin);
  if (field) return isRich(field) ? "rich" : "field";
  const control = controlOf(origin);
  return control === "date" || control === "select" ? "control" : "outside";
}
