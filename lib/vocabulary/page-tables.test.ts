import { expect, test } from "vitest";
import { keptTablesOf, pageTablesOf } from "./page-tables.ts";

const vocabulary = {
  routes: ["/users/*", "/users/:id"],
  terms: [{ en: "Delete", de: "Löschen" }, { en: "Delete" }],
  attributes: [
    { name: "id" as const, value: "headlessui-dialog-12" },
    { name: "class" as const, value: "is-open" },
    { name: "class" as const, value: "toolbar" },
    { name: "id" as const, value: "open" },
  ],
  elements: ["sl-button"],
};

test("a page gets nothing that a framework made and no class that tells a state, and indices stay", () => {
  expect(pageTablesOf(vocabulary).attributes).toEqual([
    ["class=toolbar", 2],
    ["id=open", 3],
  ]);
});

test("strings are normalised and stand once, templates come in the order of comparison", () => {
  const { routes, terms, elements } = pageTablesOf(vocabulary);
  expect(terms).toEqual([
    ["Delete", 0],
    ["Löschen", 0],
  ]);
  expect(routes).toEqual([
    [1, ["users", ":id"], null],
    [0, ["users", "*"], null],
  ]);
  expect(elements).toEqual([["sl-button", 0]]);
});

test("what an element is called by its attribute", () => {
  const attributes = [{ name: "id" as const, value: "save", term: 1 }, ...vocabulary.attributes];
  expect(pageTablesOf({ ...vocabulary, attributes }).called).toEqual([[0, 1]]);
});

test("made once for a vocabulary", () => {
  expect(keptTablesOf(vocabulary)).toBe(keptTablesOf(vocabulary));
});
