// A selector as text that Playwright's `page.locator` takes as it is; a label in the form that `getByLabel` makes.
import type { Anchor, Role, ShippedSelector as Selector, Tag } from "../../schemas/target.ts";
import type { Names } from "./names.ts";

/** CSS and role selectors quote alike: JSON's escapes of quote and backslash are theirs too. */
const quoted = (text: string): string => JSON.stringify(text);

/** Null when the vocabulary does not hold what the selector needs. */
export function selectorText(selector: Selector, names: Names): string | null {
  const place = selector.within === null ? "" : anchorText(selector.within, names);
  const found = elementText(selector, names);
  if (place === null || found === null) return null;
  const text = place === "" ? found : `${place} >> ${found}`;
  return selector.nth === undefined ? text : `${text} >> nth=${selector.nth}`;
}

function anchorText(anchor: Anchor, names: Names): string | null {
  const text = partText(anchor, names);
  return text && (anchor.shown ? `${text} >> visible=true` : text);
}

function partText(anchor: Anchor, names: Names): string | null {
  if ("attribute" in anchor) return attributeText(anchor.attribute, names);
  if (anchor.name === null) return roleText(anchor.role);
  const name = names.term(anchor.name);
  return name && `role=${anchor.role}[name=${quoted(name)}]`;
}

function elementText(selector: Selector, names: Names): string | null {
  switch (selector.by) {
    case "attribute":
      return attributeText(selector.attribute, names);
    case "role": {
      const name = names.term(selector.name);
      return name && `role=${selector.role}[name=${quoted(name)}]`;
    }
    case "label": {
      const label = names.term(selector.label);
      return label && `internal:label=${quoted(label)}s`;
    }
    case "css": {
      const classes = selector.classes.map((index) => attributeText(index, names));
      return classes.includes(null) ? null : tagText(selector.tag, names) + classes.join("");
    }
    case "ordinal":
      return selector.tag === undefined ? roleText(selector.role) : tagText(selector.tag, names);
  }
}

/**
 * The recorder counts what is hidden too: it may be shown by then. Playwright gives a form without a name no role, as
 * an older ARIA did.
 */
const roleText = (role: Role): string =>
  role === "form" ? ":is(form:not([role]),[role=form])" : `role=${role}[include-hidden=true]`;

/** The vocabulary holds single classes, an element carries a list of them. */
function attributeText(index: number, names: Names): string | null {
  const attribute = names.attribute(index);
  if (attribute === null) return null;
  // The vocabulary holds single classes, an element carries a list of them.
  return `[${attribute.name}${attribute.name === "class" ? "~" : ""}=${quoted(attribute.value)}]`;
}

function tagText(tag: Tag, names: Names): string {
  const name = names.tag(tag);
  return name === "custom" ? "*" : name;
}
