// Looks for elements in a page that was loaded anew, by what was stored of them. The functions are sent as text.
import type { Link, Selector } from "../../../schemas/target.ts";
import type { Vocabulary } from "../../../schemas/vocabulary.ts";
import type { Mark } from "./spot.ts";

export type PageVocabulary = Pick<Vocabulary, "routes" | "terms" | "attributes" | "elements">;

export interface Asked extends Mark {
  path: readonly Link[];
  selectors: readonly Selector[];
}

export interface Answered {
  /** Whether the page shows the element, as far as the driver can tell it from others. */
  shown: boolean;
  /** Selectors that lead to it. */
  right: number;
  byPath: boolean;
}

interface Resolver {
  tablesOf(vocabulary: PageVocabulary): unknown;
  resolveSelector(selector: Selector, root: Node, tables: unknown): Element | null;
  resolvePath(path: readonly Link[], document: Document, options: object): Element | null;
  rootOfPath(path: readonly Link[], document: Document, options: object): Node | null;
}

declare global {
  var tooltrailTargets: Resolver;
  var tooltrailTables: unknown;
}

/** Runs once a document: the resolver's code, and the vocabulary. */
export function installResolver([code, vocabulary]: readonly [string, PageVocabulary]): void {
  if (Object.hasOwn(globalThis, "tooltrailTables")) return;
  // As a script of the page: it only sets one global.
  const script = document.createElement("script");
  script.textContent = code;
  document.documentElement.append(script);
  script.remove();
  Object.defineProperty(globalThis, "tooltrailTables", { value: tooltrailTargets.tablesOf(vocabulary) });
}

/** Runs in the frame that the elements are in; their paths begin in the uppermost document that can be read. */
export function resolveAll(asked: readonly Asked[]): Answered[] {
  const above = (page: Document): Document | null => {
    try {
      return page.defaultView?.frameElement?.ownerDocument ?? null;
    } catch {
      return null;
    }
  };
  let top: Document = document;
  for (let next = above(top); next; next = above(next)) top = next;
  const options = { tables: tooltrailTables, openRoot: groundTree.rootIn };
  return ground.again(asked).map((element, at) => {
    if (!element) return { shown: false, right: 0, byPath: false };
    const { path, selectors } = asked[at]!;
    const root = tooltrailTargets.rootOfPath(path, top, options);
    const right = selectors.filter(
      (one) => root && tooltrailTargets.resolveSelector(one, root, tooltrailTables) === element,
    );
    return {
      shown: true,
      right: right.length,
      byPath: tooltrailTargets.resolvePath(path, top, options) === element,
    };
  });
}
