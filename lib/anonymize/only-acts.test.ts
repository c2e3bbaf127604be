import fc from "fast-check";
import { expect, test } from "vitest";
import { onlyActs } from "./only-acts.ts";
import { click, other, ruled, shortcut, typing } from "./testing-drafts.ts";

const around = fc.constantFrom(
  other("scroll", { direction: "down" }),
  other("switch", { to: "elsewhere" }),
  other("navigate", { how: "reload" }),
  other("navigate", { how: "new-tab" }),
  other("hover", { effect: "opened" }),
  other("pointer"),
);

test("the same acts leave the same, whatever was done around them", () => {
  const acts = [click(), typing(), shortcut("save")];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), around)), (among) => {
      const drafts = [...acts];
      for (const [at, one] of among) drafts.splice(at, 0, one);
      expect(ruled(onlyActs, ...drafts)).toEqual(acts);
    }),
  );
});
