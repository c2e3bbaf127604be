import { expect, it } from "vitest";
import { assemble } from "./assemble.ts";
import { inBoth, type Seen } from "./found.ts";

const seen = (...terms: string[]): Seen => ({
  routes: new Set(["/", "#flow/:id"]),
  terms: new Set(terms),
  attributes: new Set(["name=user", "id=go=on"]),
  elements: new Set(),
});
const naming = { tool: "bm9kZS1yZWQtZWRpdG9yAA", title: "A tool", language: "en", without: ["Orders"] };

it("sorts, leaves the account's own words out, and begins with version 1", () => {
  const vocabulary = assemble(seen("Name", "Deploy", "Flow Orders"), naming);
  expect(vocabulary).toMatchObject({
    version: 1,
    routes: ["#flow/:id", "/"],
    terms: [{ en: "Deploy" }, { en: "Name" }],
    attributes: [
      { name: "id", value: "go=on" },
      { name: "name", value: "user" },
    ],
  });
});

it("keeps the tasks, and raises the version only when something changed", () => {
  const first = { ...assemble(seen("Name"), naming), tasks: [{ sentence: "Rename a node" }] };
  expect(assemble(seen("Name"), naming, first)).toEqual(first);
  expect(assemble(seen("Name", "Done"), naming, first)).toMatchObject({ version: 2, tasks: first.tasks });
});

it("counts only what both visits saw", () => {
  expect([...inBoth(seen("Name", "10:41"), seen("Name", "10:42")).terms]).toEqual(["Name"]);
});
