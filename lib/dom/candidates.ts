// What one selector may find: CSS that the browser searches by, and what of that it means. The recorder counts in it
// and the resolver picks from it, so both mean the same.
import type { Role, Tag } from "../../schemas/target.ts";
import type { AttributeName, Lookup } from "../vocabulary/lookup.ts";
import { labelsOf } from "./label.ts";
import { isRendered, nearest } from "./native.ts";
import { ariaRoleOf, cssOfRole } from "./role.ts";

export interface Candidates {
  css: string;
  /** Left out where the CSS means exactly the elements that it finds. */
  fits?: (element: Element) => boolean;
}

/** Index of an element's accessible name. */
export type ReadName = (element: Element) => number | null;

/** The vocabulary holds single classes, an element carries a list of them. */
export const withAttribute = (name: AttributeName, value: string): Candidates => ({
  css: `[${name}${name === "class" ? "~" : ""}=${quoted(value)}]`,
});

export const withClasses = (tag: string, classes: readonly string[]): Candidates => ({
  css: tag + classes.map((value) => withAttribute("class", value).css).join(""),
});

/** `tag` is CSS already. */
export const withTag = (tag: string): Candidates => ({ css: tag });

export const withRole = (role: Role): Candidates => ({
  css: cssOfRole(role),
  fits: (element) => ariaRoleOf(element) === role,
});

/** A name is what is read out: what is hidden has none. */
const isThere = (element: Element): boolean =>
  nearest(element, "[aria-hidden=true]") === null && isRendered(element);

export const withRoleAndName = (role: Role, name: number, readName: ReadName): Candidates => ({
  css: cssOfRole(role),
  fits: (element) => ariaRoleOf(element) === role && readName(element) === name && isThere(element),
});

export const withLabel = (label: number, lookup: Pick<Lookup, "term" | "wordless">): Candidates => ({
  css: "input,textarea,select,button,meter,output,progress,[aria-label],[aria-labelledby]",
  fits: (element) => labelsOf(element, lookup).includes(label),
});

/** A tag as CSS. Of a name that the vocabulary does not hold nothing is known: any element. */
export function cssOfTag(tag: Tag, elementName: (index: number) => string | undefined): string {
  if (typeof tag !== "number") return tag === "custom" ? "*" : tag;
  return elementName(tag) ?? "*";
}

/** A CSS string: quotes and backslashes escaped, line breaks as their code. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\]/g, "\\$&").replace(/[\n\r\f]/g, (at) => `\\${at.charCodeAt(0).toString(16)} `)}"`;
