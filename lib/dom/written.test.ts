// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { quickNameOf } from "../outline/quick-name.ts";
import { createLookup } from "../vocabulary/lookup.ts";
import { labelsOf } from "./label.ts";
import { nameOf } from "./name.ts";
import { localName } from "./native.ts";
import { roleOf } from "./role.ts";
import { termsBeside } from "./terms.ts";

const lookup = createLookup({
  routes: [],
  terms: [{ en: "Typed" }, { en: "Fixed" }],
  attributes: [],
  elements: [],
});

function namesOf(html: string): (number | null)[] {
  document.body.innerHTML = html;
  const element = document.querySelector("#t")!;
  for (const field of document.querySelectorAll<HTMLInputElement>("input[data-typed]")) field.value = "Typed";
  return [
    nameOf(element, lookup),
    labelsOf(element, lookup)[0] ?? null,
    quickNameOf({ element, role: roleOf(element), localName: localName(element), labels: new Map() }, lookup),
    termsBeside(element, lookup)[0] ?? null,
  ];
}

test.each([
  `<label for="t"><input data-typed></label><input type="checkbox" id="t">`,
  `<label for="t"><input type="password" data-typed></label><input type="checkbox" id="t">`,
  `<button id="t"><span contenteditable>Typed</span></button>`,
  `<button id="t"><span data-private>Typed</span></button>`,
  `<button id="t"><span role="textbox">Typed</span></button>`,
  `<h1 id="t" contenteditable>Typed</h1>`,
  `<i id="r"><b contenteditable>Typed</b></i><button id="t" aria-labelledby="r">x</button>`,
  `<p id="r" contenteditable>Typed</p><button id="t" aria-labelledby="r">x</button>`,
  `<p id="r" contenteditable>Typed</p><button id="t"><i aria-labelledby="r"></i></button>`,
  `<p id="r" contenteditable>Typed</p><button id="t" aria-owns="r"></button>`,
  `<label for="t"><b contenteditable>Typed</b></label><input id="t">`,
  `<ul><li><button id="t">x</button><p role="textbox">Typed</p></li></ul>`,
])("what was typed names nothing: %s", (html) => {
  expect(namesOf(html)).toEqual([null, null, null, null]);
});

test("what is slotted into a button does not name it either", () => {
  document.body.innerHTML = `<x-button><b contenteditable>Typed</b></x-button>`;
  const root = document.querySelector("x-button")!.attachShadow({ mode: "open" });
  root.innerHTML = `<button><slot></slot></button>`;
  expect(nameOf(root.querySelector("button")!, lookup)).toBeNull();
});

test.each([
  `<label>Fixed <input id="t" data-typed></label>`,
  `<label for="t">Fixed</label><textarea id="t">Typed</textarea>`,
  `<div id="t" role="textbox" contenteditable aria-label="Fixed">Typed</div>`,
  `<i id="r">Fixed</i><div id="t" role="textbox" contenteditable aria-labelledby="r">Typed</div>`,
])("its label names a field, whatever is in it: %s", (html) => {
  expect(namesOf(html).slice(0, 2)).toEqual([1, 1]);
});
