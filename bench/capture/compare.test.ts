import { expect, test } from "vitest";
import { compare, leadsTo, type Recorded, type Truth } from "./compare.ts";
import type { GroundLink } from "./page/spot.ts";
import { isPerfect, tally } from "./tally.ts";

const body: GroundLink[] = [
  { name: "html", nth: 0 },
  { name: "body", nth: 0 },
];
const button = (nth: number): GroundLink[] => [...body, { name: "button", nth }];
const stored = (path: readonly GroundLink[]) => path.map(({ name, nth }) => ({ tag: name as "html", nth }));

const due = (kind: string, nth: number, at: number): Truth => ({
  kind,
  frame: [],
  paths: [button(nth)],
  measures: { count: 1 },
  from: at,
  until: at + 50,
  note: `${kind} ${nth}`,
});
const got = (kind: string, nth: number, at: number, count = 1): Recorded => ({
  kind,
  frame: [],
  at,
  count,
  target: { path: stored(button(nth)), selectors: [], name: null },
});
const figures = (truths: readonly Truth[], recorded: readonly Recorded[], kind = "click") =>
  tally(compare(truths, recorded, [])).get(kind)!;

test("what was done and nothing else is perfect", () => {
  const found = figures(
    [due("click", 0, 100), due("click", 1, 900)],
    [got("click", 0, 110), got("click", 1, 910)],
  );
  expect(found).toEqual({ expected: 2, recorded: 2, matched: 2, rightTarget: 2, rightMeasures: 2 });
  expect(isPerfect(found)).toBe(true);
});

test("a step that is missing and one that is extra are found where they are", () => {
  const truths = [due("click", 0, 100), due("click", 1, 900), due("click", 2, 1900)];
  const found = figures(truths, [got("click", 0, 110), got("click", 2, 1910), got("click", 7, 2500)]);
  expect(found).toMatchObject({ expected: 3, recorded: 3, matched: 2, rightTarget: 2 });
  expect(isPerfect(found)).toBe(false);
  expect(figures(truths, [got("click", 0, 110)])).toMatchObject({ matched: 1 });
});

test("kinds, measures and the order of one document count", () => {
  const wrongKind = compare([due("click", 0, 100)], [got("choose", 0, 110)], []);
  expect(wrongKind.map(({ truth, recorded }) => [truth?.kind, recorded?.kind])).toEqual([
    ["click", undefined],
    [undefined, "choose"],
  ]);
  expect(figures([due("click", 0, 100)], [got("click", 0, 110, 2)])).toMatchObject({
    matched: 1,
    rightMeasures: 0,
  });
  const swapped = [got("click", 0, 900), got("typing", 1, 100)];
  expect(figures([due("click", 0, 100), due("typing", 1, 900)], swapped, "typing").matched).toBeLessThan(2);
});

test("documents are compared each by itself", () => {
  const inner = { ...due("click", 0, 100), frame: [2] };
  expect(figures([inner], [{ ...got("click", 0, 110), frame: [2] }])).toMatchObject({
    matched: 1,
    rightTarget: 1,
  });
  expect(figures([inner], [got("click", 0, 110)])).toMatchObject({ matched: 0 });
});

test("a path leads to the element only by every link, shadow roots and unnamed elements included", () => {
  const odd: GroundLink[] = [
    ...body,
    { name: "x-b", nth: 0, before: ["x-a", "x-known"] },
    { name: "i", nth: 0, boundary: "shadow-closed" },
  ];
  const path = (tag: "custom" | number, nth: number, boundary: "shadow-open" | "shadow-closed") => [
    ...stored(body),
    { tag, nth },
    { tag: "i" as const, nth: 0, boundary },
  ];
  const elements = ["x-known"];
  expect(leadsTo(path("custom", 1, "shadow-closed"), [odd], elements)).toBe(true);
  // Two names before it are unknown without a vocabulary.
  expect(leadsTo(path("custom", 1, "shadow-closed"), [odd], [])).toBe(false);
  expect(leadsTo(path("custom", 1, "shadow-open"), [odd], elements)).toBe(false);
  expect(leadsTo(path(0, 0, "shadow-closed"), [odd], elements)).toBe(false);
  expect(leadsTo(path(0, 0, "shadow-closed"), [odd], ["x-b"])).toBe(true);
  expect(leadsTo(path("custom", 1, "shadow-closed").slice(1), [odd], elements)).toBe(false);
});

test("a path leads through frames from the top document", () => {
  const frame = (nth: number): GroundLink[] => [...body, { name: "iframe", nth }];
  const inner = button(1).map((link, at) => (at === 0 ? { ...link, boundary: "frame" as const } : link));
  const path = (nth: number) => [
    ...stored(frame(nth)),
    ...stored(button(1)).map((link, at) => (at === 0 ? { ...link, boundary: "frame" as const } : link)),
  ];
  expect(leadsTo(path(2), [[...frame(2), ...inner]], [])).toBe(true);
  expect(leadsTo(path(3), [[...frame(2), ...inner]], [])).toBe(false);
});
