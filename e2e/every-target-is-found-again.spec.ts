import type { Page } from "@playwright/test";
import vocabulary from "../examples/node-red/vocabulary.json" with { type: "json" };
import { vocabularySchema } from "../schemas/vocabulary.ts";
import { test as base, expect } from "./node-red.ts";
import { startSite } from "./site.ts";
import { type Described, type Found, openTargetPage, type TargetPage } from "./target-page.ts";

const test = base.extend<{ inPage: TargetPage }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern.
  inPage: async ({}, use) => {
    const inPage = await openTargetPage();
    await use(inPage);
    await inPage.close();
  },
});

const nodeRedVocabulary = vocabularySchema.parse(vocabulary);
const none = { routes: [], terms: [], attributes: [], elements: [] };

function print(what: string, described: readonly Described[]): void {
  const figures = ([0, 1] as const).map((part) => {
    const sorted = described.map(({ took }) => took[part]).toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(2);
    return `${["in the event", "later"][part]} median ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)} ms`;
  });
  console.log(`${what}: ${described.length} elements, ${figures.join("; ")}`);
}

/** What people act on; the rest of the editor holds a tip that changes every few seconds. */
const actedOn =
  "a,button,input,select,textarea,label,[role],[tabindex],[draggable=true],.ui-draggable,svg *,i,li,.red-ui-tab";

/** Of the elements that the page has again, those that some selector leads to. */
function shareFound(found: readonly Found[]): number {
  const again = found.filter(({ isThere }) => isThere);
  // A page that comes up otherwise proves nothing.
  expect(again.length / found.length).toBeGreaterThan(0.97);
  return again.filter(({ bySelector }) => bySelector).length / again.length;
}

const unproven = (described: readonly Described[]) => described.filter(({ isProven }) => !isProven);

/** The editor is built piece by piece: it is there when nothing has been added to it between two looks. */
async function built(page: Page): Promise<void> {
  await page.getByText("add the tax").first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(
    () => {
      const looks = globalThis as unknown as { looked?: number };
      const now = document.querySelectorAll("*").length;
      const before = looks.looked;
      looks.looked = now;
      return now === before;
    },
    undefined,
    { polling: 1000 },
  );
}

for (const [what, known] of [
  ["with its vocabulary", nodeRedVocabulary],
  ["without a vocabulary", none],
] as const) {
  test(`elements of the Node-RED editor, ${what}, before and after a reload`, async ({ nodeRed, inPage }) => {
    const { page } = inPage;
    await page.goto(nodeRed.url);
    await built(page);
    const some = await inPage.describe(known, "*", 3);
    print(`Node-RED ${what}`, some);
    expect(some.length).toBeGreaterThan(500);
    expect(unproven(some)).toEqual([]);

    const described = await inPage.describe(known, actedOn, 2);
    expect(described.length).toBeGreaterThan(200);
    await page.reload();
    await built(page);
    const share = shareFound(await inPage.find(known, described));
    console.log(`Node-RED ${what}: ${(100 * share).toFixed(2)}% found after a reload`);
    expect(share).toBeGreaterThanOrEqual(0.99);
  });
}

const nested = `<!doctype html><html><body>
<header><button>One</button></header>
<main id="main">
  <div><div>soup</div><div><div>deep</div></div></div>
  <svg width="40" height="40"><g><path d="M0 0h9v9z"/><path d="M9 9h9v9z"/></g><circle r="3"/></svg>
  <form><input name="id"><input name="parentNode"><input name="getAttribute"><input name="children"><b>in</b></form>
  <x-open></x-open><x-open></x-open><x-closed></x-closed><x-made-up></x-made-up><y-made-up></y-made-up>
  <iframe srcdoc="<ul><li>a<li>b<li>c</ul><x-open></x-open><iframe srcdoc='<button>Inner</button>'></iframe>"></iframe>
  <iframe srcdoc="<button>Other</button>"></iframe>
</main>
<script>
  const inside = '<button>Same</button><button>Same</button><p>text</p><slot></slot>';
  customElements.define("x-open", class extends HTMLElement {
    constructor() { super(); this.attachShadow({ mode: "open" }).innerHTML = inside; }
  });
  customElements.define("x-closed", class extends HTMLElement {
    constructor() { super(); this.attachShadow({ mode: "closed" }).innerHTML = inside + "<x-open></x-open>"; }
  });
</script></body></html>`;

test("across open and closed shadow roots and nested frames", async ({ inPage }) => {
  const { page } = inPage;
  const site = await startSite({ "/nested": nested });
  const isReady = () =>
    page.waitForFunction(() => {
      const inner = document.querySelector("iframe")?.contentDocument?.querySelector("iframe");
      return inner?.contentDocument?.querySelector("button") && frames[1]?.document.querySelector("button");
    });
  await page.goto(`${site.url}nested`);
  await isReady();
  const described = await inPage.describe(none);
  const boundaries = described.flatMap(({ target }) => target.path.flatMap(({ boundary }) => boundary ?? []));
  expect(new Set(boundaries)).toEqual(new Set(["shadow-open", "shadow-closed", "frame"]));
  await page.reload();
  await isReady();
  const found = await inPage.find(none, described);
  expect(found.length).toBeGreaterThan(50);
  expect(unproven(described)).toEqual([]);
  expect(found.filter(({ bySelector, byPath }) => !bySelector || !byPath)).toEqual([]);
  await site.close();
});

test("on a page of 20,000 elements", async ({ inPage }) => {
  const cell = "<td><button>Approve</button></td><td>text</td><td><a href=#>Open</a></td>";
  const row = `<tr>${cell.repeat(3)}</tr>`;
  const known = { ...none, terms: [{ en: "Approve" }, { en: "Open" }] };
  await inPage.page.goto("about:blank");
  await inPage.page.setContent(`<main><h1>Orders</h1><table>${row.repeat(1200)}</table></main>`);
  const described = await inPage.describe(known, "button,a,td,h1", 97);
  print("20,000 elements", described);
  expect(described.length).toBeGreaterThan(100);
  expect(unproven(described)).toEqual([]);
});
