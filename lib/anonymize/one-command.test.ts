import { expect, test } from "vitest";
import { oneCommand } from "./one-command.ts";
import { click, ruled, shortcut, target } from "./testing-drafts.ts";

const saved = shortcut("save");
const button = (name: number | null) => target("button", { name });
const item = (name: number | null) => target("menuitem", { name });
const menu = click({ target: button(2), effect: "opened" });

test("by keys, by the button or in a menu it is the same command, in any language", () => {
  const byAttribute = target("button", { selectors: [{ by: "attribute", attribute: 0, within: null }] });
  for (const way of [
    [shortcut("save", { target: target("textbox") })],
    [click({ target: button(0), effect: "changed" })],
    [click({ target: byAttribute, effect: "closed" })],
    [menu, click({ target: item(0), effect: "changed" })],
    [menu, shortcut("save")],
  ])
    expect(ruled(oneCommand, ...way)).toEqual([saved]);
});

test("what no command is keeps its element; only the menu on the way is left out", () => {
  const chosen = click({ target: item(2), effect: "changed" });
  const deployed = click({ target: button(2), effect: "changed" });
  expect(ruled(oneCommand, menu, chosen, deployed)).toEqual([chosen, deployed]);
  expect(ruled(oneCommand, click({ button: "context" }), chosen)).toEqual([chosen]);
});

test("a dialog that was opened stays, also before a command on another page", () => {
  const inDialog = click({ target: button(2), effect: "closed" });
  expect(ruled(oneCommand, menu, inDialog)).toEqual([menu, inDialog]);
  expect(ruled(oneCommand, menu, shortcut("save", { route: 3 }))).toEqual([
    menu,
    shortcut("save", { route: 3 }),
  ]);
});
