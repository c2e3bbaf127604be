// A selector as text that Playwright's `page.locator` takes as it is, except `label`, which is the label itself
// (`page.getByLabel`).
import type { Selector } from "../../schemas/target.ts";
import type { Names } from "./names.ts";

/** CSS and role selectors quote alike: JSON's escapes of quote and backslash are theirs too. */
const quoted = (text: string): string => JSON.stringify(text);

/** Null when the vocabulary does not hold what the selector needs. */
export function selectorText(selector: Selector, names: Names): string | null {
  switch (selector.by) {
    case "attribute": {
      const attribute = names.attribute(selector.attribute);
      return attribute && `[${attribute.name}=${quoted(attribute.value)}]`;
    }
    case "role": {
      const name = names.term(selector.name);
      return name && `role=${selector.role}[name=${quoted(name)}]`;
    }
    case "label":
      return names.term(selector.label);
    case "ordinal": {
      const within = selector.within === null ? "" : `role=${selector.within} >> `;
      return `${within}role=${selector.role} >> nth=${selector.nth}`;
    }
  }
}
