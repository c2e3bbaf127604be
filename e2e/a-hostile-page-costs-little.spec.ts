// Bounds are counted in looks at the page and not in time, which is the machine's.
import { expect, test } from "@playwright/test";
import { openTargetPage, type TargetPage } from "./target-page.ts";

/** Counts every look of the code at an element; the searches that the browser makes by itself count as one. */
const counting = `
globalThis.tooltrailLooks = 0;
const properties = [
  [Node.prototype, ["parentNode", "nodeType", "textContent"]],
  [Element.prototype, ["localName", "previousElementSibling", "nextElementSibling", "children"]],
];
for (const [prototype, names] of properties) for (const name of names) {
  const { get } = Object.getOwnPropertyDescriptor(prototype, name);
  Object.defineProperty(prototype, name, {
    configurable: true,
    get() { tooltrailLooks++; return get.call(this); },
  });
}
const methods = [
  [Node.prototype, ["getRootNode", "contains", "compareDocumentPosition"]],
  [Element.prototype, ["getAttribute", "hasAttribute", "matches", "closest", "querySelectorAll", "checkVisibility"]],
  [Document.prototype, ["querySelectorAll"]],
  [globalThis, ["getComputedStyle"]],
];
for (const [of, names] of methods) for (const name of names) {
  const method = of[name];
  of[name] = function (...given) { tooltrailLooks++; return method.apply(this, given); };
}`;

const vocabulary = {
  routes: [],
  terms: [{ en: "Delete" }],
  attributes: [{ name: "class" as const, value: "row" }],
  elements: [],
};

let inPage: TargetPage;
test.beforeAll(async () => {
  inPage = await openTargetPage(counting);
});
test.afterAll(() => inPage.close());

interface Cost {
  looks: number;
  milliseconds: string;
  selectors: string[];
  links: number;
}

/** Builds a page and describes the element `#x` in it, whole. */
async function cost(build: () => void): Promise<Cost> {
  await inPage.page.goto("about:blank");
  await inPage.page.evaluate(build);
  return inPage.page.evaluate((vocabulary) => {
    const { tooltrailTargets: targets } = globalThis as unknown as {
      tooltrailTargets: {
        tablesOf(vocabulary: unknown): { lookup: unknown };
        targetOf(element: Element, lookup: unknown): { selectors: { by: string }[]; path: unknown[] };
      };
    };
    const count = () => (globalThis as unknown as { tooltrailLooks: number }).tooltrailLooks;
    const element = document.querySelector("#x")!;
    const { lookup } = targets.tablesOf(vocabulary);
    const start = performance.now();
    const before = count();
    const target = targets.targetOf(element, lookup);
    return {
      looks: count() - before,
      milliseconds: (performance.now() - start).toFixed(1),
      selectors: target.selectors.map(({ by }) => by),
      links: target.path.length,
    };
  }, vocabulary);
}

const pages: [name: string, build: () => void, most: number][] = [
  [
    "100,000 siblings, the last of them",
    () => {
      document.body.innerHTML = `${"<button class=row>Delete</button>".repeat(99_999)}<button class=row id=x>Delete</button>`;
    },
    10_000,
  ],
  [
    "20,000 rows with a button each, one in the middle",
    () => {
      const row = "<tr><td>a</td><td><button class=row>Delete</button></td></tr>";
      const mine = row.replace("class=row", "id=x");
      document.body.innerHTML = `<table>${row.repeat(10_000)}${mine}${row.repeat(10_000)}</table>`;
    },
    10_000,
  ],
  [
    "10,000 deep, hidden, as Chromium itself dies of laying it out",
    () => {
      document.body.hidden = true;
      let at: Element = document.body;
      for (let n = 0; n < 10_000; n++) at = at.appendChild(document.createElement("div"));
      at.innerHTML = "<button id=x>Delete</button>";
    },
    20_000,
  ],
  [
    "200 buttons of 190 elements each",
    () => {
      const inside = "<i>a</i>".repeat(190);
      document.body.innerHTML = `${`<button>${inside}</button>`.repeat(199)}<button id=x>Delete</button>`;
    },
    10_000,
  ],
  [
    "a form whose fields are called as what is read of it",
    () => {
      const names =
        "id parentNode localName getAttribute children childNodes labels matches closest attributes role nodeType " +
        "previousElementSibling querySelectorAll getRootNode isConnected textContent tagName hasAttribute";
      const fields = names.split(" ").map((name) => `<input name="${name}"><button name="${name}"></button>`);
      document.body.innerHTML = `<form id=x aria-label=Delete>${fields.join("")}</form>`;
    },
    3000,
  ],
];

for (const [name, build, most] of pages) {
  test(name, async () => {
    const found = await cost(build);
    console.log(`${name}: ${found.looks} looks, ${found.milliseconds} ms, by ${found.selectors.join(", ")}`);
    expect(found.looks).toBeLessThan(most);
    expect(found.selectors.length).toBeGreaterThan(0);
    expect(found.links).toBeGreaterThan(2);
  });
}
