import fc from "fast-check";
import { expect, test } from "vitest";
import { fieldOrder } from "./field-order.ts";
import { click, field, other, ruled, typing } from "./testing-drafts.ts";

const seen = (hash: string, node: number) => ({ outline: { hash, node } });
const fields = [
  typing({ target: field(0), ...seen("a", 5) }),
  other("choose", { target: field(2), effect: "changed", ...seen("a", 7) }),
  typing({ target: field(10), ...seen("a", 9) }),
];

test("in whatever order the fields of a page are filled, they leave in the order of the page", () => {
  const placed = fields.map((one) => ({ ...one, outline: { ...one.outline, seenIn: "a" } }));
  const orders = fc.shuffledSubarray(fields, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(orders, (order) => {
      expect(ruled(fieldOrder, click(), ...order, click())).toEqual([click(), ...placed, click()]);
    }),
  );
});

test("all on the page as it was before the first: later ones show what is filled", () => {
  const [first, second] = [
    typing({ target: field(1), ...seen("before", 3) }),
    typing({ target: field(0), ...seen("after", 2) }),
  ];
  expect(ruled(fieldOrder, first, second).map(({ outline }) => outline)).toEqual([
    { hash: "before", node: 2, seenIn: "after" },
    { hash: "before", node: 3, seenIn: "before" },
  ]);
});

test("an act between them, or another page, is no matter of order", () => {
  const late = typing({ target: field(9) });
  const early = typing({ target: field(0) });
  const drafts = [late, click(), early, { ...late, route: 4 }, early];
  expect(ruled(fieldOrder, ...drafts)).toEqual(drafts);
});
