// Finds the element of a stored target in a document: for tests, benches and replay. No recorder imports it.
import type { Anchor, Link, Selector, ShippedSelector } from "../../schemas/target.ts";
import { createLookup, type Lookup, type PageVocabulary } from "../vocabulary/lookup.ts";
import {
  type Candidates,
  cssOfTag,
  withAttribute,
  withClasses,
  withLabel,
  withRole,
  withRoleAndName,
  withTag,
} from "./candidates.ts";
import { tagOf } from "./click-path.ts";
import { nameOf } from "./name.ts";
import { childrenOf, findAll, isElement, isRendered } from "./native.ts";

/** A vocabulary both ways: strings to indices and indices to strings. */
export interface Tables extends Pick<PageVocabulary, "attributes" | "elements"> {
  lookup: Lookup;
}

export const tablesOf = (vocabulary: PageVocabulary): Tables => ({
  ...vocabulary,
  lookup: createLookup(vocabulary),
});

/** The one element that a selector finds in a document or shadow root; null where it finds none, or several. */
export function resolveSelector(
  selector: Selector | ShippedSelector,
  root: Document | ShadowRoot,
  tables: Tables,
): Element | null {
  const scope = selector.within === null ? root : anchorIn(selector.within, root, tables);
  const candidates = scope && candidatesOf(selector, tables);
  return candidates && pick(allOf(scope, candidates), selector.nth);
}

/** From the document down; `openRoot` opens closed shadow roots. */
export function resolvePath(
  path: readonly Link[],
  document: Document,
  { tables, openRoot = (host) => host.shadowRoot }: PathOptions = {},
): Element | null {
  let parent: ParentNode | null = document;
  let element: Element | null = null;
  for (const [at, link] of path.entries()) {
    if (element) parent = inside(element, link, openRoot);
    else if (at > 0 || link.tag !== "html") return null;
    element = parent && childOf(parent, link, tables);
    if (!element) return null;
  }
  return element;
}

export interface PathOptions {
  /** Needed where the path names custom elements of a vocabulary. */
  tables?: Tables;
  openRoot?: (host: Element) => ShadowRoot | null;
}

/** The root that a path's last element stands in: its document, or its shadow root. */
export function rootOfPath(
  path: readonly Link[],
  document: Document,
  options: PathOptions = {},
): Document | ShadowRoot | null {
  const last = path.findLastIndex(({ boundary }) => boundary !== undefined);
  const link = path[last];
  if (!link || last === 0) return document;
  const host = resolvePath(path.slice(0, last), document, options);
  return (
    host && (inside(host, link, options.openRoot ?? (() => host.shadowRoot)) as Document | ShadowRoot | null)
  );
}

function inside(
  element: Element,
  link: Link,
  openRoot: (host: Element) => ShadowRoot | null,
): ParentNode | null {
  if (link.boundary === undefined) return element;
  if (link.boundary !== "frame") return openRoot(element);
  return "contentDocument" in element ? (element.contentDocument as Document | null) : null;
}

function childOf(parent: ParentNode, { tag, nth }: Link, tables: Tables | undefined): Element | null {
  const lookup = tables?.lookup ?? { element: () => null };
  let left = nth;
  for (const child of Array.from(childrenOf(parent)))
    if (tagOf(child, lookup) === tag && left-- === 0) return child;
  return null;
}

function anchorIn(anchor: Anchor, root: Document | ShadowRoot, tables: Tables): Element | null {
  const candidates = anchorCandidates(anchor, tables);
  const found = candidates && allOf(root, candidates);
  return found && pick(anchor.shown ? found.filter(isRendered) : found);
}

function anchorCandidates(anchor: Anchor, tables: Tables): Candidates | null {
  if ("attribute" in anchor) return attributeCandidates(anchor.attribute, tables);
  if (anchor.name === null) return withRole(anchor.role);
  return withRoleAndName(anchor.role, anchor.name, (element) => nameOf(element, tables.lookup));
}

function attributeCandidates(index: number, { attributes }: Tables): Candidates | null {
  const held = attributes[index];
  return held ? withAttribute(held.name, held.value) : null;
}

function candidatesOf(selector: Selector | ShippedSelector, tables: Tables): Candidates | null {
  switch (selector.by) {
    case "attribute":
      return attributeCandidates(selector.attribute, tables);
    case "role":
      return withRoleAndName(selector.role, selector.name, (element) => nameOf(element, tables.lookup));
    case "label":
      return withLabel(selector.label, tables.lookup);
    case "css": {
      const classes = selector.classes.map((index) => tables.attributes[index]?.value);
      if (classes.includes(undefined)) return null;
      return withClasses(tagCss(selector.tag, tables), classes as string[]);
    }
    case "ordinal":
      return selector.tag === undefined ? withRole(selector.role) : withTag(tagCss(selector.tag, tables));
  }
}

const tagCss = (tag: Link["tag"], { elements }: Tables): string => cssOfTag(tag, (index) => elements[index]);

const allOf = (scope: Node, { css, fits }: Candidates): Element[] =>
  Array.from(findAll(scope, css)).filter((element) => !fits || fits(element));

/** The one, or of several the `nth`. */
function pick(found: readonly Element[], nth?: number): Element | null {
  const element = nth === undefined ? (found.length === 1 ? found[0] : undefined) : found[nth];
  return isElement(element) ? element : null;
}
