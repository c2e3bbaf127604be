import fc from "fast-check";
import { expect, test } from "vitest";
import { shippedStepSchema } from "../../schemas/shipped-step.ts";
import type { Step } from "../../schemas/step.ts";
import { shippedLinks } from "../../schemas/target.ts";
import type { NumberedStep } from "../../schemas/trajectory.ts";
import { canonicalBytes } from "./canonical.ts";
import { anonymize } from "./index.ts";
import { measuresOfKind } from "./measures-of-kind.ts";
import { noBox } from "./no-box.ts";
import { noFrame } from "./no-frame.ts";
import { noRowPosition } from "./no-row-position.ts";
import { noTimes } from "./no-times.ts";
import type { Draft } from "./rule.ts";
import { shortPath } from "./short-path.ts";
import { click, ruled, typing } from "./testing-drafts.ts";

const id = "AAAAAAAAAAAAAAAAAAAAAA";
const envelope = { id, week: "2026-W47", eraseTag: "A".repeat(43), notice: 1 };
const known = { publishedOf: () => ({ tool: null, vocabulary: null }) };
const shipmentOf = (steps: readonly Step[]) =>
  anonymize(
    steps.map((step, n) => ({ n, step })),
    envelope,
    known,
  )!.shipment;

interface Manner {
  ats: number[];
  keys: [number, number][];
  corrections: number;
  length: number;
  box: [number, number, number, number];
  frame: number[];
  row: number;
  ordinal: number;
}

/** The same work in different manners: a row of a list clicked, a field filled. */
function steps(manner: Manner): Step[] {
  const common = { tool: id, frame: manner.frame, route: 3, effect: "nothing" as const };
  const row = {
    role: "button" as const,
    name: 7,
    path: [
      { tag: "body" as const, nth: 0 },
      { tag: "li" as const, nth: manner.row, among: "middle" as const },
      { tag: "button" as const, nth: 0 },
    ],
    selectors: [
      {
        by: "ordinal" as const,
        role: "button" as const,
        nth: manner.ordinal,
        countsRows: true as const,
        within: null,
      },
      { by: "role" as const, role: "button" as const, name: 7, nth: 1, within: { attribute: 2 } },
    ],
    box: manner.box,
    state: [],
    terms: [],
  };
  return [
    { kind: "click", at: manner.ats[0]!, target: row, button: "main", count: 1, ...common },
    {
      kind: "typing",
      at: manner.ats[1]!,
      target: { ...row, role: "textbox", selectors: [], path: [...row.path, { tag: "input", nth: 0 }] },
      keys: manner.keys.map(([dwell, flight]): ["text", number, number] => ["text", dwell, flight]),
      corrections: manner.corrections,
      by: ["keys"],
      length: manner.length,
      ...common,
    },
  ];
}

const ms = fc.integer({ min: 0, max: 5000 });
const box = fc.tuple(ms, ms, ms, ms);
const manner: fc.Arbitrary<Manner> = fc.record({
  ats: fc.tuple(ms, ms),
  keys: fc.array(fc.tuple(ms, ms), { maxLength: 30 }),
  corrections: fc.nat(40),
  length: fc.integer({ min: 10, max: 19 }),
  box,
  frame: fc.array(fc.nat(5), { maxLength: 3 }),
  row: fc.integer({ min: 1, max: 900 }),
  ordinal: fc.nat(200),
});

const bytes = (of: Manner) => new TextDecoder().decode(canonicalBytes(shipmentOf(steps(of))));

test("manner does not change a byte of what leaves", () => {
  fc.assert(
    fc.property(manner, manner, (a, b) => {
      expect(bytes(a)).toBe(bytes(b));
    }),
    { numRuns: 500 },
  );
});

test("the work does change it: another length bucket, another element", () => {
  const one = fc.sample(manner, { numRuns: 1, seed: 1 })[0]!;
  expect(bytes({ ...one, length: 20 })).not.toBe(bytes({ ...one, length: 19 }));
});

const draft = (more: Partial<Draft>): Draft => ({ ...click(), ...more });

test("each rule takes away what it names", () => {
  expect(ruled(noTimes, draft({ at: 5 }))[0]).not.toHaveProperty("at");
  expect(ruled(noFrame, draft({ frame: [1] }))[0]).not.toHaveProperty("frame");
  const typed = typing({ keys: [["text", 80, 0]], corrections: 2, length: 12 });
  const { tool, route, effect } = typed;
  expect(ruled(measuresOfKind, typed)).toEqual([{ kind: "typing", tool, route, effect, length: 3 }]);
  const target = {
    role: "button" as const,
    name: null,
    path: Array.from({ length: 20 }, (_, nth) => ({ tag: "div" as const, nth, among: "first" as const })),
    selectors: [
      {
        by: "ordinal" as const,
        role: "button" as const,
        nth: 4,
        countsRows: true as const,
        within: null,
      },
      { by: "ordinal" as const, role: "button" as const, nth: 1, within: { attribute: 2 } },
    ],
    box: [1, 2, 3, 4] as [number, number, number, number],
    state: [],
    terms: [],
  };
  expect(ruled(noBox, draft({ target }))[0]!.target).not.toHaveProperty("box");
  const placed = ruled(noRowPosition, draft({ target }))[0]!.target!;
  expect(placed.selectors).toEqual([{ by: "ordinal", role: "button", nth: 1, within: { attribute: 2 } }]);
  expect(new Set(placed.path.map(({ nth }) => nth))).toEqual(new Set(["first"]));
  expect(ruled(shortPath, draft({ target }))[0]!.target!.path).toHaveLength(shippedLinks);
});

test("the strict schema refuses a shipment that a rule left something in", () => {
  const one = fc.sample(manner, { numRuns: 1, seed: 2 })[0]!;
  const [first] = steps(one);
  expect(() => shippedStepSchema.parse({ ...first, tool: 0 })).toThrow(/at|box|frame/);
  const shipped = shipmentOf([first!]).steps[0]!;
  expect(shippedStepSchema.parse(shipped)).toEqual(shipped);
  for (const extra of [{ at: 1 }, { frame: [] }, { keys: [] }]) {
    expect(() => shippedStepSchema.parse({ ...shipped, ...extra })).toThrow(/Unrecognized key/);
  }
});

test("what a person said of the whole leaves with its last piece only, of whatever piece leaves", () => {
  const common = { tool: id, frame: [], route: null, effect: "nothing" as const };
  const twice = [1, 2].flatMap((at): NumberedStep[] => [
    { n: 2 * at, step: { kind: "click", at, button: "main", count: at, ...common } },
    { n: 2 * at + 1, step: { kind: "submit", at, ...common } },
  ]);
  const tasksOf = () => [{ sentence: "Send both" }];
  const said = { tool: id, index: 0, outcome: "partly", said: "started" } as const;
  const left = ["A", "B", "C", "D", "E", "F", "G", "H"].map((letter) => {
    const { shipment, numbers } = anonymize(
      twice,
      { ...envelope, id: `AAAAA${letter}AAAAAAAAAAAAAAAA` },
      { ...known, tasksOf, said },
    )!;
    return [Math.max(...numbers), shipment.task];
  });
  const task = { tool: 0, index: 0, outcome: "partly", judgedBy: "person" };
  expect(new Set(left.map((one) => JSON.stringify(one)))).toEqual(
    new Set([JSON.stringify([3, undefined]), JSON.stringify([5, task])]),
  );
});
