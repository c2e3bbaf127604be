// What a person can act on in the crawled page, told by the recorder's own roles.
import { actedOn } from "../../lib/dom/acted-on.ts";
import { apparentNames } from "../../lib/dom/apparent-name.ts";
import { nameOf } from "../../lib/dom/name.ts";
import { roleOf } from "../../lib/dom/role.ts";
import type { Lookup } from "../../lib/vocabulary/lookup.ts";
import { normalise } from "../../lib/vocabulary/normalise.ts";
import type { Control } from "./found.ts";
import { all, isShown, placeOf } from "./page-walk.ts";

const pressable = new Set(["button", "link", "tab", "menuitem", "menuitemcheckbox", "menuitemradio"]);
export const filled = new Set(
  "checkbox combobox listbox option radio searchbox slider spinbutton switch textbox treeitem gridcell".split(
    " ",
  ),
);
const drawn = "svg g, [draggable=true], .ui-draggable";
const isPointer = (element: Element): boolean => getComputedStyle(element).cursor === "pointer";

export function accessibleName(element: Element): string {
  let name = "";
  const term = (text: string) => {
    name = normalise(text);
    return null;
  };
  nameOf(element, { term } as Lookup);
  return name;
}

/** All that the recorder would look up for it, the accessible name first. */
export const namesOf = (element: Element): string[] =>
  [accessibleName(element), ...[...apparentNames(element)].map(normalise)].filter((name) => name !== "");

/** Whether a person acts on the element itself: pressed, filled, drawn or draggable. */
export function isActable(element: Element): boolean {
  const role = roleOf(element);
  if (pressable.has(role) || filled.has(role) || element.localName === "summary") return true;
  if (element.matches(drawn)) return true;
  const parent = element.parentElement;
  return isPointer(element) && !(parent && isPointer(parent)) && actedOn(element) === element;
}

/** A `button` in a form submits it without saying so. */
const submits = (element: Element): boolean =>
  (element instanceof HTMLButtonElement || element instanceof HTMLInputElement) &&
  element.form !== null &&
  (element.type === "submit" || element.type === "image" || element.type === "reset");

/** A group of a drawing is acted on as a whole: of named groups in each other the outermost counts. */
const isPartOfDrawing = (element: Element): boolean => {
  const around = element.matches("svg g") ? element.parentElement?.closest("svg g") : null;
  return around !== null && around !== undefined && namesOf(around).length > 0;
};

/** Alike things that say nothing of their own, and drawings, of which each may open another dialog. */
const mostAlike = 2;
const mostDrawn = 60;

/** What can be pressed here, each once, those with names first; of unnamed alike ones only the first two. */
export function controls({ submit }: { submit: boolean }): Control[] {
  const found = new Map<string, Control>();
  const alike = new Map<string, number>();
  for (const element of all()) {
    if (!isShown(element) || !isActable(element)) continue;
    const role = roleOf(element);
    if (filled.has(role) && role !== "treeitem") continue;
    if (element.matches("[type=file],[download],[target=_blank]") || (!submit && submits(element))) continue;
    if (isPartOfDrawing(element)) continue;
    const presses = pressable.has(role) || element.localName === "summary";
    const looks = `${element.localName}.${element.getAttribute("class") ?? ""}`;
    const name = namesOf(element)[0] ?? "";
    if (!presses || name === "") {
      const count = (alike.get(looks) ?? 0) + 1;
      alike.set(looks, count);
      if (count > (name !== "" && element.matches("svg g") ? mostDrawn : mostAlike)) continue;
    }
    const key = `${role} ${name} ${element.id || looks}`;
    const href = element.closest("a")?.getAttribute("href") ?? "#";
    const twice = element.matches(drawn);
    if (!found.has(key))
      found.set(key, { key, name, place: placeOf(element), twice, leaves: !href.startsWith("#") });
  }
  return [...found.values()].sort((a, b) => Number(a.name === "") - Number(b.name === ""));
}
