import { expect, test } from "vitest";
import { oneWayToAPage } from "./one-way-to-a-page.ts";
import { click, ruled, shortcut, target } from "./testing-drafts.ts";

const there = click({ route: 1, target: target("button") });
const inNavigation = [
  target("link", {
    path: [
      { tag: "nav", nth: 0 },
      { tag: "a", nth: 2 },
    ],
  }),
  target("link", {
    selectors: [{ by: "role", role: "link", name: 2, within: { role: "navigation", name: null } }],
  }),
];

test("by the navigation, folded away or not, or by a palette: only what is done there leaves", () => {
  const [link, byRole] = inNavigation;
  const ways = [
    [],
    [click({ target: link!, effect: "navigated" })],
    [click({ target: byRole!, effect: "opened" }), click({ target: link!, effect: "navigated" })],
    [shortcut("palette", { effect: "opened" })],
  ];
  for (const way of ways) expect(ruled(oneWayToAPage, ...way, there)).toEqual([there]);
});

test("a row that is opened in the page itself stays, and so does what a bar of buttons changes", () => {
  const row = click({ target: target("link"), effect: "navigated" });
  const changes = click({ target: inNavigation[0]!, effect: "changed" });
  expect(ruled(oneWayToAPage, row, changes)).toEqual([row, changes]);
});
