// Runs inside the crawled page. Names and roles are computed by the recorder's own code, so that what the
// crawler publishes is what the recorder will look up.
import { actedOn } from "../../lib/dom/acted-on.ts";
import { nameOf } from "../../lib/dom/name.ts";
import { roleOf } from "../../lib/dom/role.ts";
import { type Lookup, normalise } from "../../lib/vocabulary/lookup.ts";
import type { Collected, Control } from "./found.ts";

const namedRoles = new Set<string>([
  "alertdialog",
  "button",
  "checkbox",
  "columnheader",
  "combobox",
  "dialog",
  "heading",
  "link",
  "listbox",
  "menuitem",
  "menuitemcheckbox",
  "menuitemradio",
  "option",
  "radio",
  "searchbox",
  "slider",
  "spinbutton",
  "switch",
  "tab",
  "textbox",
]);
const pressable = new Set(["button", "link", "tab", "menuitem", "menuitemcheckbox", "menuitemradio"]);
const drawn = "svg g, [draggable=true], .ui-draggable";

const all = (): Element[] => {
  const found: Element[] = [];
  const walk = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll("*")) {
      found.push(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  return found;
};

const isShown = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
};

function accessibleName(element: Element): string {
  let name = "";
  const term = (text: string) => {
    name = normalise(text);
    return null;
  };
  nameOf(element, { term } as Lookup);
  return name;
}

/** What an element without a role shows, where it can be pressed or names a field. */
function labelText(element: Element): string {
  const names = element.localName === "label" || element.localName === "legend" || element.localName === "th";
  if (!names && (getComputedStyle(element).cursor === "auto" || actedOn(element) !== element)) return "";
  return element.childElementCount <= 3 ? normalise(element.textContent ?? "") : "";
}

/** Everything here that may become part of the vocabulary. */
export function collect(): Collected {
  const terms = new Set<string>();
  const attributes = new Map<string, Collected["attributes"][number]>();
  const elements = new Set<string>();
  for (const element of all()) {
    if (element.localName.includes("-") && element.namespaceURI?.endsWith("xhtml"))
      elements.add(element.localName);
    for (const name of ["id", "name", "data-testid"] as const) {
      const value = element.getAttribute(name);
      if (value && element.closest("head") === null) attributes.set(`${name}=${value}`, { name, value });
    }
    const isOption = element.localName === "option";
    if (!isOption && !isShown(element)) continue;
    if (namedRoles.has(roleOf(element))) terms.add(accessibleName(element));
    else terms.add(labelText(element)).add(accessibleName(element));
  }
  const links = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")]
    .map((link) => link.href)
    .filter((href) => URL.canParse(href) && new URL(href).origin === location.origin);
  return {
    address: location.href,
    links,
    terms: [...terms],
    attributes: [...attributes.values()],
    elements: [...elements],
  };
}

/** From the document down, by position: the same path in the next visit's document. */
function cssPath(element: Element): string {
  const parts: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (/^[A-Za-z][A-Za-z-]*$/.test(at.id) && document.querySelectorAll(`#${at.id}`).length === 1) {
      return [`#${at.id}`, ...parts].join(" > ");
    }
    let nth = 1;
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling) nth++;
    parts.unshift(`${at.localName}:nth-child(${nth})`);
  }
  return parts.join(" > ");
}

const isPointer = (element: Element): boolean => getComputedStyle(element).cursor === "pointer";

/** What can be pressed here, each once; of unnamed alike ones only the first two. */
export function controls(): Control[] {
  const found = new Map<string, Control>();
  const alike = new Map<string, number>();
  for (const element of all()) {
    if (!isShown(element) || element.getRootNode() !== document) continue;
    const twice = element.matches(drawn);
    const role = roleOf(element);
    const presses = pressable.has(role) || element.localName === "summary";
    const outermost = isPointer(element) && !(element.parentElement && isPointer(element.parentElement));
    if (!twice && !presses && (!outermost || actedOn(element) !== element)) continue;
    if (element.matches("[type=submit],[type=reset],[type=file],[download],[target=_blank]")) continue;
    const looks = `${element.localName}.${element.getAttribute("class") ?? ""}`;
    const name = accessibleName(element) || labelText(element);
    if (!presses || name === "") {
      const count = (alike.get(looks) ?? 0) + 1;
      alike.set(looks, count);
      if (count > 2) continue;
    }
    const key = `${role} ${name} ${element.id || looks}`;
    const href = element.closest("a")?.getAttribute("href") ?? "#";
    if (!found.has(key))
      found.set(key, { key, name, path: cssPath(element), twice, leaves: !href.startsWith("#") });
  }
  return [...found.values()];
}

/** Resolves when the document has not changed for a while, or when that takes too long. */
export function settled(): Promise<void> {
  const quiet = 200;
  const longest = 1200;
  return new Promise((resolve) => {
    const end = () => {
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(limit);
      resolve();
    };
    let timer = setTimeout(end, quiet);
    const limit = setTimeout(end, longest);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(end, quiet);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true });
  });
}
