// Pages for property tests: trees with shadow roots, drawings, lists, labels, and names that stand twice.
import type { PageVocabulary } from "../vocabulary/lookup.ts";

export const terms = ["Save", "Cancel", "Amount", "Search"] as const;
export const ids = ["toolbar", "save", "list", "f6f2187d0a1b2c3d"] as const;
export const classes = ["card", "card-title", "toolbar", "css-1abc2d", "selected"] as const;
const elements = ["x-card", "x-field"] as const;

export const vocabulary: PageVocabulary = {
  routes: [],
  terms: terms.map((en) => ({ en })),
  attributes: [
    ...ids.map((value) => ({ name: "id" as const, value })),
    ...ids.map((value) => ({ name: "data-testid" as const, value })),
    ...classes.map((value) => ({ name: "class" as const, value })),
  ],
  elements: [...elements],
};

export const tags =
  "div div span p button button a input select textarea ul li li table tr td main nav section form dialog label " +
  "h2 svg g x-card x-field x-unknown y-unknown b";
export const roles = [
  "button",
  "dialog",
  "row",
  "listitem",
  "none",
  "made-up",
  "toolbar",
  "textbox",
] as const;

export interface Plan {
  tag: string;
  attributes: Record<string, string | undefined>;
  text: string | undefined;
  shadow: "open" | "closed" | undefined;
  /** Chooses one of the elements before it, or the body, to lie in. */
  into: number;
}

export interface BuiltPage {
  elements: Element[];
  /** Opens closed roots too, as only an extension may. */
  openRoot(host: Element): ShadowRoot | null;
}

/** Builds the page into the document. */
export function buildPage(plans: readonly Plan[]): BuiltPage {
  document.body.replaceChildren();
  const elements: Element[] = [];
  const roots = new Map<Element, ShadowRoot>();
  const places: (Element | ShadowRoot)[] = [document.body];
  for (const { tag, attributes, text, shadow, into } of plans) {
    const isDrawing = /^(svg|g)$/.test(tag);
    const element = isDrawing
      ? document.createElementNS("http://www.w3.org/2000/svg", tag)
      : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value) element.setAttribute(name, value);
    places[into % places.length]!.append(element);
    elements.push(element);
    let inside: Element | ShadowRoot = element;
    if (shadow && /^(div|span|section|x-|y-)/.test(tag)) {
      inside = element.attachShadow({ mode: shadow });
      roots.set(element, inside);
    }
    if (text) inside.append(text);
    places.push(inside);
  }
  return { elements, openRoot: (host) => roots.get(host) ?? null };
}
