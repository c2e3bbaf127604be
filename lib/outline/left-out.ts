// What an outline leaves out: what is secret, private or not shown, and what other extensions put into the page.
import { attribute, bodyOf, carries, childrenOf, inlineStyle, isShown, parentNode } from "../dom/native.ts";
import { rolesOf } from "../dom/roles.ts";
import type { Secrets } from "../dom/secret.ts";
import { drawnTags, phraseTags, silentTags, words } from "../dom/tags.ts";
import type { Described } from "./raw.ts";

const fields = words("input textarea");
/** What opens over the page lies there unseen before. */
const popups = rolesOf("u");
const foreign = /^(chrome|moz|safari-web)-extension:/;

export interface Leaving {
  secrets: Secrets;
  /** Looks at styles so many times an outline. */
  looks: { left: number };
}

/** Whether an element and all that is in it are left out, before its role is known. */
export function isLeftOut(element: Element, localName: string, { secrets }: Leaving): boolean {
  if (silentTags.has(localName) || carries(element, "hidden") || carries(element, "data-private"))
    return true;
  if (attribute(element, "aria-hidden") === "true" || isUndisplayed(element)) return true;
  if (localName === "dialog" && !carries(element, "open")) return true;
  if (localName === "input" && attribute(element, "type")?.toLowerCase() === "hidden") return true;
  if (isForeign(element, localName)) return true;
  const editable = fields.has(localName) || carries(element, "contenteditable");
  return editable && secrets.holds(element);
}

const isUndisplayed = (element: Element): boolean =>
  carries(element, "style") &&
  element instanceof HTMLElement &&
  (inlineStyle(element).display === "none" || inlineStyle(element).visibility === "hidden");

/**
 * Which extensions a person has would tell them apart: frames of extensions, and elements of unknown name that
 * nothing of the page is in, at the end of the document.
 */
function isForeign(element: Element, localName: string): boolean {
  if (localName === "iframe") return foreign.test(attribute(element, "src") ?? "");
  if (!localName.includes("-") || parentNode(element) !== bodyOf(document)) return false;
  return childrenOf(element).length === 0 && element.shadowRoot === null;
}

/** Whether what opens over the page is not open now. */
export function isClosed(element: Element, role: Described["role"], { looks }: Leaving): boolean {
  if (!popups.has(role) || looks.left <= 0) return false;
  looks.left--;
  return !isShown(element);
}

/** Text in its line, and what of its kind. */
const plain = rolesOf("q");

/** Kept only where something says more than that it is there. */
export function isSilentLeaf(localName: string, described: Described): boolean {
  if (described.attributes || described.name !== undefined) return false;
  return drawnTags.has(localName) || (phraseTags.has(localName) && plain.has(described.role));
}
