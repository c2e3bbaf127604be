// Describes and finds elements in a page by the recorder's own code, put there without the extension.
import { type Browser, chromium, type Page } from "@playwright/test";
import type { Target } from "../schemas/target.ts";
import type { Vocabulary } from "../schemas/vocabulary.ts";
import { findBrowser } from "../scripts/browsers.mjs";
import { bundleForPage } from "../scripts/page-bundle.ts";

type PageVocabulary = Pick<Vocabulary, "routes" | "terms" | "attributes" | "elements">;

/** What the page holds, as far as the functions below use it. */
interface InPage {
  tooltrailTargets: {
    tablesOf(vocabulary: PageVocabulary): { lookup: unknown };
    beginTarget(element: Element, lookup: unknown): { target: Target };
    finishTarget(element: Element, begun: { target: Target }, lookup: unknown): void;
    resolveSelector(selector: Target["selectors"][number], root: Node, tables: unknown): Element | null;
    resolvePath(path: Target["path"], document: Document, options: object): Element | null;
    rootOfPath(path: Target["path"], document: Document, options: object): Node | null;
  };
  tooltrailClosed: WeakMap<Element, ShadowRoot>;
  tooltrailAll(): Placed[];
}

type Placed = Element & { tooltrailWhere: string };

export interface Described {
  /** Where it is, by the spec's own count. */
  where: string;
  target: Target;
  /** Milliseconds in the event, and after it. */
  took: [event: number, later: number];
  /** Whether path and selectors, of which there are some, each led to the element in the same moment. */
  isProven: boolean;
}

export interface Found {
  /** Whether the page has such an element, by the spec's own count. */
  isThere: boolean;
  bySelector: boolean;
  byPath: boolean;
}

/**
 * Every closed root is kept, as an extension could open it; and every element is listed, with where it is: by tag, id
 * and text, so that what the page adds meanwhile moves nothing else.
 */
const prepare = `
globalThis.tooltrailClosed = new WeakMap();
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  const root = attach.call(this, init);
  tooltrailClosed.set(this, root);
  return root;
};
// By the prototypes: one of the pages has a form whose fields are called as what is read here.
const reader = (prototype, name) => {
  const { get } = Object.getOwnPropertyDescriptor(prototype, name);
  return (node) => get.call(node);
};
const [typeOf, nodesOf] = ["nodeType", "childNodes"].map((name) => reader(Node.prototype, name));
const children = new Map([[1, Element], [9, Document], [11, DocumentFragment]].map(
  ([type, { prototype }]) => [type, reader(prototype, "children")],
));
const nameOf = reader(Element.prototype, "localName");
const lookOf = (element) => {
  const own = [...nodesOf(element)].filter((node) => typeOf(node) === 3).map(({ data }) => data.trim());
  return [nameOf(element), Element.prototype.getAttribute.call(element, "id"), ...own].join("|");
};
globalThis.tooltrailAll = (root = document, where = "") => {
  const all = [];
  const seen = new Map();
  for (const element of children.get(typeOf(root))(root)) {
    const look = where + "/" + lookOf(element);
    const nth = seen.get(look) ?? 0;
    seen.set(look, nth + 1);
    const here = (element.tooltrailWhere = look + "~" + nth);
    const shadow = tooltrailClosed.get(element);
    const inner = nameOf(element) === "iframe" && element.contentDocument;
    all.push(element, ...tooltrailAll(element, here));
    if (shadow) all.push(...tooltrailAll(shadow, here + "/shadow"));
    if (inner) all.push(...tooltrailAll(inner, here + "/frame"));
  }
  return all;
};`;

export interface TargetPage {
  page: Page;
  /** Describes every `step`th element that fits. */
  describe(vocabulary: PageVocabulary, css?: string, step?: number): Promise<Described[]>;
  /** Finds them again in the page as it is now. */
  find(vocabulary: PageVocabulary, described: readonly Described[]): Promise<Found[]>;
  close(): Promise<void>;
}

/** A browser without the extension whose every page holds the code; `before` runs before the code. */
export async function openTargetPage(before = ""): Promise<TargetPage> {
  const bundle = await bundleForPage("lib/dom/in-page.ts", "tooltrailTargets");
  const browser: Browser = await chromium.launch({
    executablePath: findBrowser("chromium"),
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(`${before}\n${prepare}\n${bundle}`);
  return { page, close: () => browser.close(), describe: describeIn(page), find: findIn(page) };
}

const describeIn =
  (page: Page): TargetPage["describe"] =>
  (vocabulary, css = "*", step = 1) =>
    page.evaluate(
      ([vocabulary, css, step]) => {
        const inPage = globalThis as unknown as InPage;
        const { tooltrailTargets: targets } = inPage;
        const tables = targets.tablesOf(vocabulary);
        const openRoot = (host: Element) => inPage.tooltrailClosed.get(host) ?? null;
        const skipped = "head,head *,script,style,script *,style *";
        const chosen = inPage.tooltrailAll().filter((at) => at.matches(css) && !at.matches(skipped));
        return chosen
          .filter((_, n) => n % step === 0)
          .map((element) => {
            const start = performance.now();
            const begun = targets.beginTarget(element, tables.lookup);
            const event = performance.now();
            targets.finishTarget(element, begun, tables.lookup);
            const took: [number, number] = [event - start, performance.now() - event];
            const { target } = begun;
            const found = target.selectors.map((selector) =>
              targets.resolveSelector(selector, element.getRootNode(), tables),
            );
            const byPath = targets.resolvePath(target.path, document, { tables, openRoot });
            const isProven = found.length > 0 && [...found, byPath].every((at) => at === element);
            return { where: element.tooltrailWhere, target, took, isProven };
          });
      },
      [vocabulary, css, step] as const,
    );

const findIn =
  (page: Page): TargetPage["find"] =>
  (vocabulary, described) =>
    page.evaluate(
      ([vocabulary, described]) => {
        const inPage = globalThis as unknown as InPage;
        const { tooltrailTargets: targets } = inPage;
        const tables = targets.tablesOf(vocabulary);
        const openRoot = (host: Element) => inPage.tooltrailClosed.get(host) ?? null;
        const options = { tables, openRoot };
        const there = new Set(inPage.tooltrailAll().map(({ tooltrailWhere }) => tooltrailWhere));
        const isAt = (where: string, element: Element | null) =>
          (element as Placed | null)?.tooltrailWhere === where;
        return described.map(({ where, target }) => {
          const root = targets.rootOfPath(target.path, document, options);
          return {
            isThere: there.has(where),
            bySelector: target.selectors.some(
              (selector) => root && isAt(where, targets.resolveSelector(selector, root, tables)),
            ),
            byPath: isAt(where, targets.resolvePath(target.path, document, options)),
          };
        });
      },
      [vocabulary, described.map(({ where, target }) => ({ where, target }))] as const,
    );
