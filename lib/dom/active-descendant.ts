// Lists that keys move in: where the focus stays on an owner, the element that it points to.
import { around, attribute, elementById, fits, rootOf } from "./native.ts";

const lists =
  "[role=menu],[role=menubar],[role=listbox],[role=grid],[role=treegrid],[role=tree],[role=tablist],[role=radiogroup]";

/** The element that the focused owner of a list points to, or null. */
export function activeDescendant(owner: Element): Element | null {
  if (owner instanceof HTMLSelectElement) return null;
  const id = attribute(owner, "aria-activedescendant");
  const named = id ? elementById(rootOf(owner), id) : null;
  if (named) return named;
  // Set as an element instead of an id, into another root for example.
  const element = (owner as { ariaActiveDescendantElement?: unknown }).ariaActiveDescendantElement;
  return element instanceof Element ? element : null;
}

/** The list that a key in `origin` moves in: the one around it, or that of a combobox; null elsewhere. */
export function listAround(origin: Element): Element | null {
  const owns = fits(origin, "[role=combobox],[aria-activedescendant]");
  if (owns && !(origin instanceof HTMLSelectElement)) return origin;
  // In a field the arrows move the caret, in a native control they choose.
  if (fits(origin, "input,textarea,select,[contenteditable]:not([contenteditable=false])")) return null;
  return around(origin, 50).find((at) => fits(at, lists)) ?? null;
}
