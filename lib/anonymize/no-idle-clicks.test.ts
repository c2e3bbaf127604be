import fc from "fast-check";
import { expect, test } from "vitest";
import { noIdleClicks } from "./no-idle-clicks.ts";
import { click, ruled, shortcut, target, typing } from "./testing-drafts.ts";

const idle = fc
  .record({
    role: fc.constantFrom("paragraph", "heading", "main", "article", "status"),
    count: fc.integer({ min: 1, max: 3 }),
    button: fc.constantFrom("main", "auxiliary"),
  })
  .map(({ role, ...more }) => click({ ...more, target: target(role as "main") }));

test("the same acts leave the same, however often somebody clicks into what is read", () => {
  const acts = [click({ target: target("button") }), typing(), shortcut("save")];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), idle)), (among) => {
      const drafts = [...acts];
      for (const [at, one] of among) drafts.splice(at, 0, one);
      expect(ruled(noIdleClicks, ...drafts)).toEqual(acts);
    }),
  );
});

test("a click of which something came stays, and one on what may be anything", () => {
  const others = [
    click({ target: target("heading"), effect: "opened" }),
    click({ target: target("generic") }),
    click({ target: target("row") }),
    click(),
  ];
  expect(ruled(noIdleClicks, ...others)).toEqual(others);
});
