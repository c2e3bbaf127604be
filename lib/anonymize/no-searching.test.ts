import { expect, test } from "vitest";
import { noSearching } from "./no-searching.ts";
import { click, ruled, shortcut, target, typing } from "./testing-drafts.ts";

const row = click({ target: target("link"), effect: "navigated" });

test.each([
  ["in a search field", [typing({ target: target("searchbox") })]],
  [
    "in a field that is called so",
    [click({ target: target("textbox", { name: 1 }) }), typing({ target: target("textbox", { name: 1 }) })],
  ],
  [
    "in a part of the page for it",
    [typing({ target: target("textbox", { path: [{ tag: "search", nth: 0 }] }) })],
  ],
  ["by keys", [shortcut("search"), shortcut("find")]],
  ["not at all", []],
])("a row is opened, searched for %s", (_, before) => {
  expect(ruled(noSearching, ...before, row)).toEqual([row]);
});

test("any other field stays, and a button that is called Search", () => {
  const others = [
    typing({ target: target("textbox", { name: 2 }) }),
    click({ target: target("button", { name: 1 }) }),
  ];
  expect(ruled(noSearching, ...others)).toEqual(others);
});
