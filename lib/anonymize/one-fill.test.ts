import fc from "fast-check";
import { expect, test } from "vitest";
import { oneFill } from "./one-fill.ts";
import { click, clip, field, ruled, shortcut, typing } from "./testing-drafts.ts";

const amount = field(0);
const measured = (drafts: ReturnType<typeof ruled>) =>
  drafts.map(({ kind, effect, length, target }) => ({ kind, effect, length, target }));
const filled = [{ kind: "typing", effect: "changed", length: 12, target: amount }];

const ways = {
  typed: [typing({ target: amount, length: 12 })],
  pasted: [clip("pasted", { target: amount, length: 12 })],
  copied: [clip("copied"), clip("pasted", { target: amount, length: 12 })],
  clicked: [click({ target: amount }), typing({ target: amount, length: 12 })],
  "typed again": [
    typing({ target: amount, length: 3 }),
    shortcut("select-all"),
    typing({ target: amount, length: 12 }),
  ],
  "and was told that it is wrong": [typing({ target: amount, length: 12, effect: "alert", alert: 3 })],
};

test.each(Object.entries(ways))("a field is filled once: %s", (_, way) => {
  expect(measured(ruled(oneFill, ...way))).toEqual(filled);
});

test("whatever was tried before in whichever field, each leaves once as it was left last", () => {
  const tries = fc.array(fc.tuple(fc.nat(3), fc.nat(30)), { minLength: 1 });
  fc.assert(
    fc.property(tries, (all) => {
      const done = ruled(oneFill, ...all.map(([nth, length]) => typing({ target: field(nth), length })));
      const last = new Map(all);
      expect(done.map((one) => one.length)).toEqual([...last.values()]);
      expect(done).toHaveLength(last.size);
    }),
  );
});

test("filled again after something else was done, it leaves again; without a length it says none", () => {
  const one = typing({ target: amount });
  const between = click({ effect: "changed" });
  expect(ruled(oneFill, one, between, one)).toHaveLength(3);
  expect(ruled(oneFill, clip("pasted", { target: amount }))).toMatchObject([{ length: null }]);
});
