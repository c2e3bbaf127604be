// @vitest-environment happy-dom
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { maxNodes, type OutlineNode, outlineNodesSchema } from "../../schemas/outline.ts";
import { createSecrets } from "../dom/secret.ts";
import { createLookup } from "../vocabulary/lookup.ts";
import { mostNodes } from "./flatten.ts";
import { createShapes } from "./raw.ts";
import { makeState, type PageState } from "./state.ts";

beforeEach(() => {
  document.body.innerHTML = "";
});

const lookup = createLookup({
  routes: [],
  terms: [{ en: "Approve", de: "Freigeben" }, { en: "Reports" }],
  attributes: [
    { name: "id", value: "fixed" },
    { name: "data-testid", value: "save" },
    { name: "class", value: "card" },
  ],
  elements: ["x-known"],
});
const known = () => ({ lookup, secrets: createSecrets(), shapes: createShapes() });

function stateOf(html: string, more = known()): PageState {
  document.body.innerHTML = html;
  return run(more);
}
function run(more = known()): PageState {
  const made = makeState(more);
  let step = made.next();
  while (!step.done) step = made.next();
  outlineNodesSchema.parse(step.value!.nodes);
  return step.value!;
}
const nodesOf = (html: string) => stateOf(html).nodes;
/** A tree as indented words, for a reader. */
const drawn = (nodes: readonly OutlineNode[]): string => {
  const line = (at: number, depth: number): string => {
    const { parent: _, role, ...rest } = nodes[at]!;
    const more = Object.entries(rest).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
    const inside = nodes.flatMap(({ parent }, child) => (parent === at ? line(child, depth + 1) : []));
    return [`${"  ".repeat(depth)}${[role, ...more].join(" ")}`, ...inside].join("\n");
  };
  return line(0, 0);
};
const at = (selector: string) => document.querySelector(selector)!;

test("roles, nesting, published names and attributes, states; the tag where the role does not say it", () => {
  const html = `<main><div><h1>Reports</h1><div><form>
    <label>Nobody <input value="" id="fixed"></label><div role="button" data-testid="save">Approve</div>
    <input type="checkbox" checked></form></div></div></main>`;
  expect(drawn(nodesOf(html))).toBe(
    `document
  main
    generic
      heading tag="h1" name=1
      form
        textbox attributes=[0] state=["empty"]
        button tag="div" attributes=[1] name=0
        checkbox state=["checked"]`,
  );
});

test("alike siblings are one node with a rough count; which one is not said", () => {
  const rows = (count: number) =>
    `<ul>${Array.from({ length: count }, (_, n) => `<li><a href="#${n}">Row ${n}</a></li>`).join("")}</ul>`;
  const lists = [1, 2, 5, 6, 20, 21, 500].map((count) => nodesOf(rows(count)).at(-2)?.count);
  expect(lists).toEqual([undefined, "2-5", "2-5", "6-20", "6-20", "more", "more"]);
});

test("every element has the node that stands for it, looked at or not", () => {
  const rows = Array.from(
    { length: 400 },
    (_, n) => `<li id="r${n}"><button><i></i>x</button> <a href="#"><b>y</b></a></li>`,
  );
  const { nodes, nodeOf } = stateOf(`<main><ul>${rows.join("")}</ul><div id="wrap"><p>t</p></div></main>`);
  const button = nodes.findIndex(({ role }) => role === "button");
  const link = nodes.findIndex(({ role }) => role === "link");
  for (const n of [0, 1, 63, 70, 200, 399]) {
    expect(nodeOf(at(`#r${n} button`)), `row ${n}`).toBe(button);
    expect(nodeOf(at(`#r${n} i`)), `icon ${n}`).toBe(button);
    expect(nodeOf(at(`#r${n} b`)), `text ${n}`).toBe(link);
  }
  expect(nodes[nodeOf(at("#wrap"))!]?.role).toBe("paragraph");
  const late = document.createElement("li");
  late.innerHTML = "<button>new</button><a href='#'>new</a>";
  at("ul").append(late);
  expect(nodeOf(late.firstElementChild!)).toBe(button);
  const other = document.createElement("form");
  at("ul").append(other);
  expect(nodeOf(other)).toBeNull();
});

describe("left out", () => {
  test.each([
    ["a password", `<input type="password">`],
    ["a one-time code", `<input autocomplete="one-time-code">`],
    ["a private part", `<div data-private><button>Approve</button></div>`],
    [
      "what is hidden",
      `<div hidden><button>Approve</button></div><div style="display:none"><a href="#">x</a></div>`,
    ],
    ["what is not for readers", `<div aria-hidden="true"><button>x</button></div>`],
    ["a closed dialog", `<dialog><button>x</button></dialog>`],
    ["scripts and styles", `<script>1</script><style>a{}</style><template><b>x</b></template>`],
    [
      "what an extension put there",
      `<x-extension></x-extension><iframe src="chrome-extension://a/b.html"></iframe>`,
    ],
  ])("%s", (_, html) => {
    expect(nodesOf(html)).toEqual([{ parent: null, role: "document" }]);
  });

  test("what is edited, drawn lines of editors, the inside of frames and buttons", () => {
    const inside = "<p>one</p><ul><li>a</li></ul>";
    for (const outer of [
      `<div contenteditable="true">${inside}</div>`,
      `<div role="textbox">${inside}</div>`,
      `<button>${inside}</button>`,
    ]) {
      expect(nodesOf(outer)).toHaveLength(2);
    }
    expect(nodesOf(`<div class="monaco-editor">${inside}</div>`)).toHaveLength(2);
    expect(nodesOf(`<iframe srcdoc="<p>x</p>"></iframe>`)).toMatchObject([{}, { tag: "iframe" }]);
    expect(nodesOf(`<details><summary>x</summary><p>y</p></details>`).map(({ role }) => role)).toEqual([
      "document",
      "group",
      "button",
    ]);
  });
});

test("an open shadow root is part of it", () => {
  document.body.innerHTML = "<x-known></x-known>";
  at("x-known").attachShadow({ mode: "open" }).innerHTML = "<button>Approve</button>";
  expect(run().nodes).toEqual([
    { parent: null, role: "document" },
    { parent: 0, role: "generic", tag: 0 },
    { parent: 1, role: "button", name: 0, boundary: "shadow-open" },
  ]);
});

test("bounded: many nodes, deep trees, many siblings", () => {
  expect(mostNodes).toBe(maxNodes);
  const kinds = ["button", "h1", "p", "nav", "form", "input"];
  const wide = Array.from({ length: 300 }, (_, n) =>
    Array.from(
      { length: 8 },
      (_, k) =>
        `<div>${`<${kinds[(n >> k) % 6]}></${kinds[(n >> k) % 6]}>`.repeat(2)}<i role="img"></i></div>`,
    ).join(""),
  );
  const many = nodesOf(wide.map((html) => `<section><a href="#">x</a><div>${html}</div></section>`).join(""));
  expect(many.length).toBeLessThanOrEqual(maxNodes);
  let deep = document.createElement("section");
  document.body.replaceChildren(deep);
  for (let n = 0; n < 1500; n++) {
    const next = document.createElement("section");
    deep.append(document.createElement("hr"), next);
    deep = next;
  }
  expect(run().nodes.length).toBeLessThan(600);
}, 30_000);

interface Tree {
  tag: string;
  attributes: [string, string][];
  text: string;
  inside: Tree[];
}
const tree = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    tag: fc.constantFrom("div", "section", "ul", "li", "button", "a", "p", "span", "input", "h2", "x-known"),
    attributes: fc.uniqueArray(
      fc.constantFrom<[string, string]>(
        ["role", "tab"],
        ["aria-selected", "true"],
        ["id", "fixed"],
        ["data-testid", "save"],
        ["aria-expanded", "true"],
        ["href", "#"],
      ),
      { selector: ([name]) => name, maxLength: 4 },
    ),
    text: fc.constantFrom("", "x", "Some words", "4711"),
    inside: fc.oneof(
      { depthSize: "small", maxDepth: 5 },
      fc.constant<Tree[]>([]),
      fc.array(tie("tree"), { maxLength: 2 }),
    ),
  }),
})).tree;

/** The same tree written by another hand: `rows` alike siblings where there are some. */
interface Manner {
  attributes(one: Tree): [string, string][];
  text(one: Tree): string;
  rows: number;
}
function built(one: Tree, manner: Manner): Element {
  const element = document.createElement(one.tag);
  for (const [name, value] of manner.attributes(one)) element.setAttribute(name, value);
  element.append(manner.text(one));
  one.inside.forEach((child, at) => {
    for (let row = 0; row < (at === 0 ? manner.rows : 1); row++) element.append(built(child, manner));
  });
  return element;
}

test("equal structure, equal bytes: text, order of attributes, unpublished classes and ids, rows within a class", () => {
  const plain: Manner = { attributes: (one) => one.attributes, text: ({ text }) => text, rows: 2 };
  const other: Manner = {
    attributes: ({ attributes, text }) => [
      ["class", `c${text.length}`],
      ["title", "Words"],
      ["data-id", text],
      ...attributes.toReversed(),
    ],
    text: ({ text }) => `${text} und mehr`,
    rows: 4,
  };
  fc.assert(
    fc.property(tree, (one) => {
      const [a, b] = [plain, other].map((manner) => {
        document.body.replaceChildren(built(one, manner));
        return JSON.stringify(run().nodes);
      });
      expect(b).toBe(a);
    }),
    { numRuns: 200 },
  );
}, 30_000);

test("another structure, state or published name is another outline", () => {
  const shared = known();
  const keys = [
    "<main><div class='b card a'><button>x</button></div></main>",
    "<main><button>x</button></main>",
    "<main><button>Approve</button></main>",
    "<main><button aria-expanded='true'>Approve</button></main>",
    "<main><button>x</button><button>Approve</button></main>",
    "<main><nav><button>x</button></nav></main>",
  ].map((html) => stateOf(html, shared).key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(stateOf("<main><button>other words</button></main>", shared).key).toBe(keys[1]);
  expect(nodesOf("<main><div class='b card a'></div></main>").at(-1)).toMatchObject({ attributes: [2] });
});
