// @vitest-environment happy-dom
import { expect, test } from "vitest";
import type { Selector } from "../../schemas/target.ts";
import { clickPath } from "./click-path.ts";
import { tablesOf } from "./resolve.ts";
import { targetOf } from "./target.ts";

const { lookup } = tablesOf({
  routes: [],
  terms: [{ en: "Delete" }, { en: "Amount" }, { en: "Filters" }, { en: "Orders" }],
  attributes: [
    { name: "id", value: "sidebar" },
    { name: "class", value: "palette" },
    { name: "class", value: "node" },
    { name: "class", value: "active" },
    { name: "id", value: "headlessui-dialog-12" },
  ],
  elements: [],
});

function selectors(html: string, css = "#x"): Selector[] {
  document.body.innerHTML = html;
  return targetOf(document.querySelector(css)!, lookup).selectors;
}
const one = (by: Selector["by"], html: string) => selectors(html).find((selector) => selector.by === by);

test.each([
  ["an ancestor with an id of the vocabulary", `<div id="sidebar"><b id="x"></b></div>`, { attribute: 0 }],
  ["the only one of a class", `<div class="palette"><b id="x"></b></div>`, { attribute: 1 }],
  ["the only landmark of its role", `<main><b id="x"></b></main>`, { role: "main", name: null }],
  ["no landmark of which there are two", `<nav><b id="x"></b></nav><nav></nav>`, null],
  [
    "the only one of a class that is shown",
    `<i class="palette" style="visibility:hidden"></i><div class="palette"><b id="x"></b></div>`,
    { attribute: 1, shown: true },
  ],
  ["no class that two carry", `<i class="palette"></i><div class="palette"><b id="x"></b></div>`, null],
  ["no id that a framework made", `<div id="headlessui-dialog-12"><b id="x"></b></div>`, null],
  ["no class that tells a state", `<div class="active"><b id="x"></b></div>`, null],
  ["the nearest", `<main><div class="palette"><b id="x"></b></div></main>`, { attribute: 1 }],
])("the anchor is %s", (_, html, within) => expect(one("ordinal", html)?.within).toEqual(within));

test("where names are read anyway an anchor may be found by role and name", () => {
  const html = `<nav aria-label="Filters"><button id="x">Delete</button></nav><nav aria-label="Orders"></nav>`;
  expect(one("role", html)).toEqual({
    by: "role",
    role: "button",
    name: 0,
    within: { role: "navigation", name: 2 },
  });
  expect(one("ordinal", html)?.within).toBeNull();
});

test("tag and fixed classes, and which of several", () => {
  const html = `<p class="node"></p><p class="node css-1abc2d active" id="x"></p>`;
  expect(one("css", html)).toEqual({ by: "css", tag: "p", classes: [2], within: null, nth: 1 });
});

test.each([
  ["a label element", `<label for="x">Amount</label><input id="x">`],
  ["aria-label", `<input id="x" aria-label="Amount">`],
  ["aria-labelledby", `<p id="p">Amount</p><input id="x" aria-labelledby="p">`],
])("by label: %s", (_, html) => expect(one("label", html)).toEqual({ by: "label", label: 1, within: null }));

test("an element without a role, of a drawing or beside 500 of its role, has its place among its tag", () => {
  expect(selectors(`<svg><g></g><g id="x"></g></svg>`)).toEqual([
    { by: "ordinal", role: "generic", tag: "g", nth: 1, within: null },
  ]);
  const many = selectors(`${"<button>a</button>".repeat(500)}<button id="x">a</button>`);
  expect(many).toMatchObject([{ by: "ordinal", role: "button", tag: "button", nth: 500, countsRows: true }]);
});

const row = (inside = "") => `<tr><td>a</td><td><button ${inside}>Delete</button></td></tr>`;
const table = (before: number, after: number) =>
  `<table>${row().repeat(before)}${row('id="x"')}${row().repeat(after)}</table>`;

test.each([
  ["a button in a row", table(4, 4), true],
  ["in the first row too: it would tell which", table(0, 4), true],
  [
    "a button after a list of rows",
    `${table(3, 3).replace('id="x"', "")}<button id="x">Delete</button>`,
    true,
  ],
  ["a button before it", `<button id="x">Delete</button>${table(3, 3).replace('id="x"', "")}`, undefined],
  ["a button beside one other", `<button>Delete</button><button id="x">Delete</button>`, undefined],
  [
    "a button in a row that is found by itself",
    `<ul><li><li><li id="sidebar"><b></b><b id="x"></b></ul>`,
    undefined,
  ],
])("whether a place counts rows: %s", (_, html, countsRows) => {
  for (const selector of selectors(html).filter(({ nth }) => nth !== undefined))
    expect(selector.countsRows).toBe(countsRows);
});

test("six alike boxes are a list, five are a form", () => {
  const among = (boxes: number, nth: number) => {
    document.body.innerHTML = `<div class="card">a</div>`.repeat(boxes);
    document.querySelectorAll("div")[1]!.className = "card selected";
    return clickPath(document.querySelectorAll("div")[nth]!, lookup).at(-1)!.among;
  };
  expect([0, 1, 5].map((nth) => among(6, nth))).toEqual(["first", "middle", "last"]);
  expect([0, 1, 4].map((nth) => among(5, nth))).toEqual([undefined, undefined, undefined]);
});
