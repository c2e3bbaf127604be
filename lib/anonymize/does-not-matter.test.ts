// Whoever does the same work ships the same bytes: one property for each thing that must not matter, over a shipment as
// a whole. What the work itself is, and that it does matter, is the last test.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Outline } from "../../schemas/outline.ts";
import { pack } from "../../schemas/pack.ts";
import type { NumberedStep } from "../../schemas/trajectory.ts";
import { canonicalBytes } from "./canonical.ts";
import { type Pages, plainPages } from "./cited-outlines.ts";
import { anonymize } from "./index.ts";
import { words } from "./testing-drafts.ts";

/** All that is of the person and of the day, and not of the work. */
interface Manner {
  /** Between one step and the next. */
  times: number[];
  keys: [dwell: number, flight: number][];
  path: [x: number, y: number][];
  corrections: number;
  window: { box: [number, number, number, number]; isNarrow: boolean };
  language: "en" | "de";
  /** What the clock was wrong by. */
  clock: number;
  ids: { tool: string; first: number };
  /** Kinds that are switched on besides those without which nothing leaves. */
  consent: string[];
  row: { nth: number; rows: number; amongst: number };
}

const name = (language: Manner["language"], term: number) => (term === 3 && language === "de" ? null : term);
const link = (tag: string, nth = 0) => ({ tag, nth });

/** A row is opened, a field filled, something approved: as it would be stored of this person. */
function stored(manner: Manner, work = { length: 12, approve: 3 }) {
  const { window, language, row, consent } = manner;
  const hash = createHash("sha256")
    .update(JSON.stringify([window.isNarrow, language]))
    .digest("base64url");
  const target = (role: string, term: number, path: object[], selectors: object[] = []) => {
    const own = name(language, term);
    const byName = own === null ? [] : [{ by: "role", role, name: own, within: null }];
    const all = [...selectors, ...byName];
    return {
      role,
      name: own,
      path: [link("body"), ...path],
      selectors: all,
      box: window.box,
      state: [],
      terms: [],
    };
  };
  const opened = target(
    "link",
    2,
    [link("main"), { tag: "li", nth: row.nth, among: "middle" }, link("a")],
    [{ by: "ordinal", role: "link", nth: row.nth + row.amongst, countsRows: true, within: null }],
  );
  const inNavigation = [link("nav"), ...(window.isNarrow ? [link("dialog")] : []), link("a")];
  const field = target("textbox", 2, [link("main"), link("form"), link("input")]);
  const button = target(
    "button",
    work.approve,
    [link("main"), link("button")],
    [{ by: "attribute", attribute: 1, within: null }],
  );
  const seen = (node: number) => ({
    outline: { hash: hash.slice(0, 22), node: window.isNarrow ? node - 1 : node },
  });
  const keys = manner.keys.map(([dwell, flight]) => ["text", dwell, flight]);
  const path = manner.path.map(([x, y], n) => [x, y, n * 16]);
  const menu = {
    kind: "click",
    target: target("button", 2, [link("nav"), link("button")]),
    effect: "opened",
    button: "main",
    count: 1,
  };
  const done: { kind: string; effect: string; [measure: string]: unknown }[] = [
    { kind: "navigate", effect: "nothing", how: "full" },
    ...(window.isNarrow ? [menu] : []),
    { kind: "click", target: target("link", 2, inNavigation), effect: "navigated", button: "main", count: 1 },
    { kind: "scroll", effect: "nothing", direction: "down", by: [0, 300] },
    { kind: "pointer", effect: "nothing", path, target: opened },
    { kind: "click", target: opened, effect: "navigated", button: "main", count: 1, ...seen(3) },
    { kind: "switch", effect: "nothing", to: "tool" },
    {
      kind: "typing",
      target: field,
      effect: "changed",
      keys,
      corrections: manner.corrections,
      by: ["keys"],
      length: work.length,
      ...seen(4),
    },
    { kind: "hover", target: button, effect: "opened" },
    { kind: "click", target: button, effect: "changed", button: "main", count: 1, ...seen(5) },
  ];
  const local = /^(navigate|scroll|pointer|switch|hover)$/;
  let at = manner.clock;
  const steps = done
    .filter(({ kind }) => !local.test(kind) || consent.includes(kind))
    .map((step, n) => {
      at += manner.times[n % manner.times.length]!;
      return { n: manner.ids.first + n, step: { at, tool: manner.ids.tool, frame: [], route: 4, ...step } };
    });
  const own = name(language, work.approve);
  const nodes = [
    { parent: null, role: "document" },
    ...(window.isNarrow ? [] : [{ parent: 0, role: "navigation" }]),
    { parent: 0, role: "main" },
    { parent: window.isNarrow ? 1 : 2, role: "link", name: 2, count: "6-20" },
    { parent: window.isNarrow ? 1 : 2, role: "textbox", name: 2, state: ["empty"] },
    { parent: window.isNarrow ? 1 : 2, role: "button", attributes: [1], ...(own !== null && { name: own }) },
  ];
  const outlines = [{ hash: hash.slice(0, 22), nodes }] as unknown as Outline[];
  return { steps: steps as unknown as NumberedStep[], outlines };
}

const wordsOf = () => words;
const envelope = { id: "AAAAAAAAAAAAAAAAAAAAAA", week: "2026-W47", eraseTag: "A".repeat(43), notice: 1 };
const publishedOf = () => ({ tool: "PPPPPPPPPPPPPPPPPPPPPA", vocabulary: 2 });

/** What leaves, as text. */
function leaves({ steps, outlines }: ReturnType<typeof stored>): string {
  const pages: Pages = new Map(
    plainPages(steps, outlines, wordsOf).flatMap(({ keys, plain: { nodes, positions } }) => {
      const hash = createHash("sha256")
        .update(canonicalBytes(nodes))
        .digest()
        .subarray(0, 16)
        .toString("base64url");
      return keys.map((key) => [key, { outline: { hash, nodes }, positions }] as const);
    }),
  );
  const made = anonymize(steps, envelope, { publishedOf, wordsOf, pages });
  return new TextDecoder().decode(canonicalBytes(pack(made!.shipment)));
}

const ms = fc.nat(5000);
const id = fc.stringMatching(/^[A-Za-z0-9]{21}A$/);
const anything: { [M in keyof Manner]: fc.Arbitrary<Manner[M]> } = {
  times: fc.array(ms, { minLength: 1, maxLength: 9 }),
  keys: fc.array(fc.tuple(ms, ms), { maxLength: 30 }),
  path: fc.array(fc.tuple(fc.integer({ min: -50, max: 3000 }), fc.nat(2000)), {
    minLength: 1,
    maxLength: 40,
  }),
  corrections: fc.nat(40),
  window: fc.record({ box: fc.tuple(ms, ms, ms, ms), isNarrow: fc.boolean() }),
  language: fc.constantFrom("en", "de"),
  clock: fc.integer({ min: -86_000_000, max: 1_000_000_000 }),
  ids: fc.record({ tool: id, first: fc.nat(900) }),
  consent: fc.subarray(["navigate", "scroll", "pointer", "switch", "hover"]),
  row: fc.record({ nth: fc.integer({ min: 1, max: 900 }), rows: fc.nat(900), amongst: fc.nat(300) }),
};
const manner = fc.record(anything);

test.each(Object.entries(anything))("%s must not matter", (what, arbitrary) => {
  // That it was different before is asked too: otherwise nothing would be shown.
  let different = 0;
  fc.assert(
    fc.property(manner, arbitrary, (one, drawn) => {
      const [before, after] = [stored(one), stored({ ...one, [what]: drawn })];
      different += JSON.stringify(before) === JSON.stringify(after) ? 0 : 1;
      expect(leaves(after)).toBe(leaves(before));
    }),
    { numRuns: 200 },
  );
  expect(different).toBeGreaterThan(50);
});

test("nor all of it at once", () => {
  fc.assert(
    fc.property(manner, manner, (one, other) => {
      expect(leaves(stored(one))).toBe(leaves(stored(other)));
    }),
    { numRuns: 200 },
  );
});

test("the work does matter: how much is in a line, and what was approved", () => {
  const [one] = fc.sample(manner, { numRuns: 1, seed: 4 });
  const usual = leaves(stored(one!));
  expect(leaves(stored(one!, { length: 30, approve: 3 }))).not.toBe(usual);
  expect(leaves(stored({ ...one!, language: "en" }, { length: 12, approve: 2 }))).not.toBe(usual);
  expect(JSON.parse(usual).steps).toHaveLength(3);
  expect(JSON.parse(usual).outlines).toHaveLength(1);
});
