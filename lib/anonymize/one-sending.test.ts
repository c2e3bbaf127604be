import { expect, test } from "vitest";
import { oneSending } from "./one-sending.ts";
import { click, field, other, ruled, shortcut, target, typing } from "./testing-drafts.ts";

const filled = typing({ target: field(0) });
const sent = other("submit", { effect: "navigated" });

test("by Enter, by keys or by the button: it is sent once", () => {
  for (const by of [[], [shortcut("submit")], [click({ target: target("button"), effect: "navigated" })]])
    expect(ruled(oneSending, filled, ...by, sent)).toEqual([filled, sent]);
});

test("what sends nothing stays: a click that no form followed, one on another page, one into a field", () => {
  const invalid = click({ target: target("button"), effect: "invalid" });
  const elsewhere = click({ target: target("button"), route: 7 });
  const into = click({ target: field(1) });
  const drafts = [invalid, filled, elsewhere, sent, into, sent];
  expect(ruled(oneSending, ...drafts)).toEqual(drafts);
});
