// Describes and finds elements in a page by the recorder's own code, put there without the extension.
import { type Browser, chromium, type Page } from "@playwright/test";
import type { Target } from "../schemas/target.ts";
import type { Vocabulary } from "../schemas/vocabulary.ts";
import { findBrowser } from "../scripts/browsers.mjs";
import { bundleForPage } from "./page-bundle.ts";

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
  tooltrailAll(): Element[];
}

export interface Described {
  /** Where it is, by the spec's own count. */
  where: string;
  target: Target;
  /** Milliseconds in the event, and after it. */
  took: [event: number, later: number];
}

export interface Found {
  /** Selectors that lead to the element, and all. */
  right: number;
  selectors: number;
  byPath: boolean;
}

/** Every closed root is kept, as an extension could open it; and every element is listed, with where it is. */
const prepare = `
globalThis.tooltrailClosed = new WeakMap();
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  const root = attach.call(this, init);
  tooltrailClosed.set(this, root);
  return root;
};
globalThis.tooltrailAll = (root = document, where = "") => {
  const all = [];
  [...root.querySelectorAll("*")].forEach((element, n) => {
    element.tooltrailWhere = where + "/" + n;
    all.push(element);
    const shadow = tooltrailClosed.get(element);
    if (shadow) all.push(...tooltrailAll(shadow, where + "/" + n));
    const inner = element.localName === "iframe" && element.contentDocument;
    if (inner) all.push(...tooltrailAll(inner, where + "/" + n));
  });
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
        const { tooltrailTargets: targets, tooltrailAll: all } = globalThis as unknown as InPage;
        const { lookup } = targets.tablesOf(vocabulary);
        const skipped = "head,head *,script,style,script *,style *";
        const chosen = all().filter((element) => element.matches(css) && !element.matches(skipped));
        return chosen
          .filter((_, n) => n % step === 0)
          .map((element) => {
            const start = performance.now();
            const begun = targets.beginTarget(element, lookup);
            const event = performance.now();
            targets.finishTarget(element, begun, lookup);
            const took: [number, number] = [event - start, performance.now() - event];
            const where = (element as Element & { tooltrailWhere: string }).tooltrailWhere;
            return { where, target: begun.target, took };
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
        const options = {
          tables,
          openRoot: (host: Element) => inPage.tooltrailClosed.get(host) ?? null,
        };
        inPage.tooltrailAll();
        const isAt = (where: string, element: Element | null) =>
          (element as { tooltrailWhere?: string } | null)?.tooltrailWhere === where;
        return described.map(({ where, target }) => {
          const root = targets.rootOfPath(target.path, document, options);
          const right = target.selectors.filter(
            (selector) => root && isAt(where, targets.resolveSelector(selector, root, tables)),
          );
          return {
            right: right.length,
            selectors: target.selectors.length,
            byPath: isAt(where, targets.resolvePath(target.path, document, options)),
          };
        });
      },
      [vocabulary, described.map(({ where, target }) => ({ where, target }))] as const,
    );
