// Everything in the crawled page that may become part of the vocabulary.
import { roleOf } from "../../lib/dom/role.ts";
import { normalise } from "../../lib/vocabulary/normalise.ts";
import type { Collected } from "./found.ts";
import { accessibleName, isActable, namesOf } from "./page-controls.ts";
import { partsOfPage } from "./page-parts.ts";
import { all, isShown } from "./page-walk.ts";

const namedRoles = new Set(
  (
    "alertdialog button checkbox columnheader combobox dialog heading link listbox menuitem menuitemcheckbox " +
    "menuitemradio option radio region searchbox slider spinbutton switch tab tabpanel textbox"
  ).split(" "),
);
const ids = ["id", "name", "data-testid", "data-test", "data-cy", "data-qa"] as const;
const said = ["title", "aria-label", "placeholder"] as const;

/** What stands in an editor, and what a person asked to keep private, is data. */
export const isData = (element: Element): boolean =>
  element.closest(
    "[contenteditable]:not([contenteditable=false]),[data-private],.monaco-editor,.CodeMirror",
  ) !== null;

function termsOf(element: Element): string[] {
  const names = said.map((name) => element.getAttribute(name) ?? "").filter(Boolean);
  if (isActable(element)) names.push(...namesOf(element));
  else if (namedRoles.has(roleOf(element))) names.push(accessibleName(element));
  else if (/^(label|legend|th|dt)$/.test(element.localName) && element.childElementCount <= 3)
    names.push(element.textContent ?? "");
  return names.map(normalise);
}

export function collect(): Collected {
  const found = { terms: new Set<string>(), attributes: new Set<string>(), elements: new Set<string>() };
  const boxes = new Map<string, Collected["boxes"][number]["box"] | null>();
  const box = (element: Element, what: string) =>
    boxes.set(what, boxes.has(what) ? null : thousandths(element));
  for (const element of all()) {
    if (element.closest("head") || isData(element)) continue;
    if (element.localName.includes("-") && element.namespaceURI?.endsWith("xhtml"))
      found.elements.add(element.localName);
    const shown = isShown(element);
    const carried = ids.flatMap((name) => {
      const value = element.getAttribute(name);
      return value ? [`${name}=${value}`] : [];
    });
    if (shown && isActable(element)) for (const name of element.classList) carried.push(`class=${name}`);
    for (const attribute of carried) found.attributes.add(attribute);
    if (!shown && element.localName !== "option") continue;
    const terms = termsOf(element);
    for (const term of terms) found.terms.add(term);
    if (!shown) continue;
    if (isActable(element) && terms[0]) box(element, `term=${terms[0]}`);
    for (const attribute of carried) if (!attribute.startsWith("class=")) box(element, attribute);
  }
  const links = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")]
    .map((link) => link.href)
    .filter((href) => URL.canParse(href) && new URL(href).origin === location.origin);
  const { single, repeated } = partsOfPage();
  return {
    address: location.href,
    single,
    repeated,
    links,
    terms: [...found.terms],
    attributes: [...found.attributes],
    elements: [...found.elements],
    boxes: [...boxes].flatMap(([what, at]) => (at ? [{ what, box: at }] : [])),
  };
}

/** In the reference viewport; inside a frame in the frame's own. */
function thousandths(element: Element): [number, number, number, number] {
  const { x, y, width, height } = element.getBoundingClientRect();
  const part = (length: number, of: number) => Math.round((1000 * length) / Math.max(of, 1)) || 0;
  return [part(x, innerWidth), part(y, innerHeight), part(width, innerWidth), part(height, innerHeight)];
}
