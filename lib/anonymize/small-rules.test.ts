// Rules that change a step by itself.
import fc from "fast-check";
import { expect, test } from "vitest";
import { clickCount } from "./click-count.ts";
import { commonNames } from "./common-names.ts";
import { noProgress } from "./no-progress.ts";
import { click, field, other, ruled, target, typing } from "./testing-drafts.ts";
import { textLength } from "./text-length.ts";

test("how long a text of several lines is says only that there is one; a line keeps its length", () => {
  const long = field(0, "textarea");
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (length) => {
      expect(ruled(textLength, typing({ target: long, length }))).toMatchObject([{ length: null }]);
      expect(ruled(textLength, typing({ target: field(0), length }))).toMatchObject([{ length }]);
    }),
  );
  expect(ruled(textLength, typing({ target: long, length: 0 }))).toMatchObject([{ length: 0 }]);
});

test("twice or with another button says something only where something came of it", () => {
  const [once, twice] = [click(), click({ count: 2 })];
  expect(ruled(clickCount, twice, click({ button: "auxiliary" }))).toEqual([once, once]);
  const opened = click({ count: 2, effect: "opened" });
  expect(ruled(clickCount, opened)).toEqual([opened]);
  const there = click({ effect: "navigated" });
  expect(ruled(clickCount, { ...there, button: "auxiliary" }, { ...there, count: 2 })).toEqual([
    there,
    { ...there, count: 2 },
  ]);
});

test("what stands in a field before, and what is unfolded, stays; which tab is chosen leaves", () => {
  const tab = target("tab", { state: ["selected", "expanded", "filled"] });
  expect(
    ruled(noProgress, other("drag", { target: tab, onto: target("list", { state: ["empty"] }) })),
  ).toMatchObject([{ target: { state: ["selected"] }, onto: { state: [] } }]);
});

test("only what is published in each language names anything: the same leaves of who reads German", () => {
  const named = (name: number | null) =>
    target("button", {
      name,
      selectors: [
        { by: "attribute", attribute: 1, within: null },
        ...(name === null ? [] : [{ by: "role" as const, role: "button" as const, name, within: null }]),
        ...(name === null
          ? []
          : [
              {
                by: "css" as const,
                tag: "a" as const,
                classes: [4],
                within: { role: "form" as const, name },
              },
            ]),
      ],
      terms: name === null ? [] : [name],
    });
  const inEnglish = click({ target: named(3), alert: 3 });
  expect(ruled(commonNames, inEnglish)).toEqual(ruled(commonNames, click({ target: named(null) })));
  const inAll = click({ target: named(2), alert: 2 });
  expect(ruled(commonNames, inAll)).toEqual([inAll]);
});
