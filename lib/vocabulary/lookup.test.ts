import { expect, test } from "vitest";
import { createLookup } from "./lookup.ts";

const lookup = createLookup({
  routes: ["/", "/users/:id", "/users/new", "/files/*", "#flow/:id", "/app#tab/:id"],
  terms: [{ en: "Deploy", de: "Übernehmen" }, { en: "Save   all" }],
  attributes: [
    { name: "id", value: "red-ui-header-button-deploy" },
    { name: "id", value: "save", term: 1 },
  ],
  elements: ["sl-button"],
});

test.each([
  ["http://tool.example/", 0],
  ["http://tool.example/users/77?q=secret", 1],
  ["http://tool.example/users/new", 2],
  ["http://tool.example/users", null],
  ["http://tool.example/files/a/b/c", 3],
  ["http://tool.example/anything#flow/a1b2", 4],
  ["http://tool.example/#flow/a1b2", 4],
  ["http://tool.example/app#tab/9", 5],
  ["about:blank", null],
  ["blob:http://tool.example/1-2", null],
])("%s has route %s", (url, route) => expect(lookup.route(url)).toBe(route));

test("a term is found in every language, whatever its white space", () => {
  expect(lookup.term(" Deploy\n")).toBe(0);
  expect(lookup.term("U\u0308bernehmen")).toBe(0);
  expect(lookup.term("Save all")).toBe(1);
  expect(lookup.term("deploy to production of customer")).toBeNull();
});

test("attributes and elements are found by their whole value", () => {
  expect(lookup.attribute("id", "red-ui-header-button-deploy")).toBe(0);
  expect(lookup.attribute("name", "red-ui-header-button-deploy")).toBeNull();
  expect(lookup.element("sl-button")).toBe(0);
  expect(lookup.element("x-customer-4711")).toBeNull();
});

test("an index does not tell the language where one English word has two German ones", () => {
  const { term } = createLookup({
    routes: [],
    terms: [{ en: "Delete", de: "Löschen" }, { en: "Delete", de: "Entfernen" }, { de: "Weg" }],
    attributes: [],
    elements: [],
  });
  expect(["Delete", "Löschen", "Entfernen", "Weg"].map(term)).toEqual([0, 0, 0, 2]);
});

test("a class is looked up by itself", () => {
  const attributes = [{ name: "class" as const, value: "palette-node" }];
  const { attribute } = createLookup({ routes: [], terms: [], attributes, elements: [] });
  expect(attribute("class", "palette-node")).toBe(0);
  expect(attribute("id", "palette-node")).toBeNull();
});

test("a word that means another thing in another language is taken as English", () => {
  const lookup = createLookup({
    routes: [],
    terms: [{ en: "Label", de: "Name" }, { en: "Name", de: "Name" }, { de: "Weiter" }],
    attributes: [],
    elements: [],
  });
  expect(["Label", "Name", "Weiter"].map(lookup.term)).toEqual([0, 1, 2]);
});

test("an attribute may say what its element is called", () => {
  expect(lookup.called(lookup.attribute("id", "save")!)).toBe(1);
  expect(lookup.called(0)).toBeNull();
  expect(lookup.called(99)).toBeNull();
});
