// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { targetSchema } from "../../schemas/target.ts";
import { createLookup } from "../vocabulary/lookup.ts";
import { clickPath } from "./click-path.ts";
import { framePosition } from "./frame-position.ts";
import { targetOf } from "./target.ts";

const lookup = createLookup({
  routes: [],
  terms: [{ en: "Overdue" }, { en: "Approve" }, { en: "Amount" }],
  attributes: [{ name: "id", value: "approve" }],
  elements: ["x-money"],
});

function target(html: string, selector = "#t") {
  document.body.innerHTML = html;
  return targetSchema.parse(targetOf(document.querySelector(selector)!, lookup));
}

const row = (n: number) =>
  `<tr><td>Customer ${n}</td><td>Overdue</td><td><button id="b${n}">Approve</button></td></tr>`;

test("a button in a row: terms beside it, its place among the rows, no name that is not its own", () => {
  const { path, terms, name, selectors, role } = target(`<table>${row(0)}${row(1)}${row(2)}</table>`, "#b1");
  expect({ role, name, terms }).toEqual({ role: "button", name: 1, terms: [0] });
  expect(path.find(({ tag }) => tag === "tr")).toEqual({ tag: "tr", nth: 1, among: "middle" });
  expect(path.filter(({ among }) => among)).toHaveLength(1);
  expect(selectors).toEqual([
    { by: "role", role: "button", name: 1, nth: 1, countsRows: true, within: null },
    { by: "ordinal", role: "button", nth: 1, countsRows: true, within: null },
  ]);
});

test.each([
  [0, "first"],
  [1, "middle"],
  [2, "last"],
])("item %i is the %s", (nth, among) => {
  document.body.innerHTML = "<ul><li></li><li></li><li></li></ul>";
  expect(clickPath(document.querySelectorAll("li")[nth]!, lookup).at(-1)).toEqual({ tag: "li", nth, among });
});

test("an attribute of the vocabulary that two elements carry says which of them", () => {
  expect(target(`<button id="approve">x</button>`, "#approve").selectors[0]).toEqual({
    by: "attribute",
    attribute: 0,
    within: null,
  });
  const twice = target(`<button id="approve">x</button><i id="approve"></i>`, "#approve");
  expect(twice.selectors[0]).toEqual({ by: "attribute", attribute: 0, within: null, nth: 0 });
});

test("a labelled field has a label, a name and a state", () => {
  const { role, name, selectors, state } = target(`<label for="t">Amount</label><input id="t" value="7">`);
  expect({ role, name, state }).toEqual({ role: "textbox", name: 2, state: ["default"] });
  expect(selectors).toContainEqual({ by: "label", label: 2, within: null });
});

test("what the person writes is never a name or a term", () => {
  const heading = target(`<div contenteditable="true"><h1 id="t">Approve</h1><p>Overdue</p></div>`);
  expect(heading).toMatchObject({ role: "heading", name: null, terms: [] });
  expect(target(`<ul><li><i id="t"></i><div contenteditable>Overdue</div></li></ul>`).terms).toEqual([]);
  expect(target(`<textarea id="t">Approve</textarea>`).name).toBeNull();
});

test("among custom elements without an index each counts, whatever its name", () => {
  const { path } = target("<x-a></x-a><x-money></x-money><x-b></x-b><x-a id='t'></x-a>");
  expect(path.at(-1)).toMatchObject({ tag: "custom", nth: 2 });
});

test("custom elements are an index, or only custom; an unknown role is generic", () => {
  const { path } = target(
    `<x-money><x-customer-4711><b id="t" role="made-up">x</b></x-customer-4711></x-money>`,
  );
  expect(path.slice(2).map(({ tag }) => tag)).toEqual([0, "custom", "b"]);
  expect(target(`<b id="t" role="made-up">x</b>`).role).toBe("generic");
  expect(target(`<b id="t" role="made-up BUTTON">x</b>`).role).toBe("button");
});

test("no string of the page is in a target", () => {
  const canary = "canary4711";
  const found = target(
    `<section id="${canary}" class="${canary}" title="${canary}"><${canary}-x>
     <a id="t" href="/${canary}" title="${canary}" name="${canary}" data-testid="${canary}" aria-label="${canary}">
     ${canary}</a></${canary}-x></section>`.replace(`id="t"`, `id="t" role="${canary}"`),
  );
  expect(JSON.stringify(found)).not.toContain(canary);
});

test("a form that hides its own properties is still a target", () => {
  document.body.innerHTML = `<form><input name="getAttribute"><input name="parentNode"><i id="t"></i></form>`;
  const form = document.querySelector("form")!;
  for (const name of ["id", "parentNode", "childNodes", "localName", "labels"])
    Object.defineProperty(form, name, { get: () => document.querySelector("#t"), configurable: true });
  expect(targetSchema.parse(targetOf(form, lookup)).path.at(-1)?.tag).toBe("form");
});

test("a very deep page is cut at its top and ends with the element", () => {
  let deepest = document.body.appendChild(document.createElement("div"));
  for (let n = 0; n < 700; n++) deepest = deepest.appendChild(document.createElement("div"));
  const last = deepest.appendChild(document.createElement("b"));
  const path = clickPath(last, lookup);
  expect(path).toHaveLength(512);
  expect(path.at(-1)?.tag).toBe("b");
});

test("the last of a thousand siblings is counted by a list, and comes out the same", () => {
  document.body.innerHTML = "<i></i><p></p>".repeat(500);
  const found = [...document.querySelectorAll("p")];
  for (const nth of [0, 149, 150, 151, 300, 499])
    expect(clickPath(found[nth]!, lookup).at(-1)).toMatchObject({ tag: "p", nth });
});

test("a frame's position is counted in each parent", () => {
  type Fake = { parent: Fake; length: number; [n: number]: Fake };
  const top = { length: 2 } as Fake;
  top.parent = top;
  const middle = { parent: top, length: 1 } as Fake;
  const inner = { parent: middle, length: 0 } as Fake;
  Object.assign(top, { 0: {}, 1: middle });
  Object.assign(middle, { 0: inner });
  expect(framePosition(inner as unknown as Window)).toEqual([1, 0]);
  expect(framePosition(top as unknown as Window)).toEqual([]);
});
