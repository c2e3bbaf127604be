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

const shareFound = (found: readonly Found[]): number =>
  found.filter(({ right }) => right > 0).length / found.length;

test("every element of the Node-RED editor, before and after a reload", async ({ nodeRed, inPage }) => {
  const { page } = inPage;
  const ready = page.locator('.red-ui-palette-node[data-palette-type="inject"]');
  await page.goto(nodeRed.url);
  await ready.waitFor();
  await page.getByText("add the tax").first().waitFor();

  for (const [what, known] of [
    ["with its vocabulary", nodeRedVocabulary],
    ["without a vocabulary", none],
  ] as const) {
    const described = await inPage.describe(known);
    print(`Node-RED ${what}`, described);
    expect(described.length).toBeGreaterThan(1000);
    const now = await inPage.find(known, described);
    expect(now.filter(({ right, selectors, byPath }) => !byPath || right === 0 || right < selectors)).toEqual(
      [],
    );

    await page.reload();
    await ready.waitFor();
    await page.getByText("add the tax").first().waitFor();
    const after = await inPage.find(known, described);
    console.log(`Node-RED ${what}: ${(100 * shareFound(after)).toFixed(2)}% found after a reload`);
    expect(shareFound(after)).toBeGreaterThanOrEqual(0.99);
  }
});

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
  expect(found.filter(({ right, byPath }) => right !== 1 || !byPath)).toEqual([]);
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
  const found = await inPage.find(known, described);
  expect(found.filter(({ right, selectors, byPath }) => !byPath || right === 0 || right < selectors)).toEqual(
    [],
  );
});
