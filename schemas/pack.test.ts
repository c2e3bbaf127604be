import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { canonicalText } from "./canonical.ts";
import { shippedOutlineSchema } from "./outline.ts";
import { pack } from "./pack.ts";
import { unpackOwn } from "./resolve-rows.ts";
import { type Shipment, shipmentSchema } from "./shipment.ts";
import { shippedStepSchema } from "./shipped-step.ts";
import { kinds, shippedKindNames } from "./step.ts";
import type { ShippedTask } from "./task.ts";
import { unpack } from "./unpack.ts";
import { wireShipmentSchema } from "./wire.ts";
import { stepColumns } from "./wire-rows.ts";

interface Def {
  type: string;
  format?: string;
  values?: unknown[];
  entries?: Record<string, unknown>;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  items?: z.ZodType[];
  options?: z.ZodType[];
  innerType?: z.ZodType;
  checks?: { _zod: { def: Record<string, unknown> } }[];
}

/** What a schema says of its smallest and largest, if it says so. */
const bound = ({ checks = [] }: Def, check: string, key: string): number | undefined =>
  checks.map(({ _zod: { def } }) => def).find((def) => def.check === check)?.[key] as number | undefined;

/** Random values of a schema: small ones and repeated ones often, the bounds too. */
function valuesOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  const def = schema._zod.def as unknown as Def;
  switch (def.type) {
    case "literal":
      return fc.constantFrom(...def.values!);
    case "enum":
      return fc.constantFrom(...Object.values(def.entries!));
    case "number": {
      // An unsigned number's format has its least by itself.
      const min = def.format === "uint32" ? 0 : bound(def, "greater_than", "value")!;
      const max = bound(def, "less_than", "value")!;
      const small = fc.integer({ min, max: Math.min(min + 3, max) });
      return fc.oneof({ weight: 4, arbitrary: small }, fc.constant(max), fc.integer({ min, max }));
    }
    case "string": {
      const pattern = (def.checks![0]!._zod.def as { pattern: RegExp }).pattern;
      return fc.stringMatching(pattern);
    }
    case "nullable":
      return fc.option(valuesOf(def.innerType!), { nil: null });
    case "array": {
      const maxLength = Math.min(4, bound(def, "max_length", "maximum") ?? 4);
      return fc.array(valuesOf(def.element!), {
        minLength: bound(def, "min_length", "minimum") ?? 0,
        maxLength,
      });
    }
    case "union":
      return fc.oneof(...def.options!.map(valuesOf));
    case "object": {
      const optional = ([, one]: [string, z.ZodType]) => (one._zod.def as unknown as Def).type === "optional";
      const isNever = ([, one]: [string, z.ZodType]) => {
        const { innerType } = one._zod.def as unknown as Def;
        return (innerType?._zod.def as unknown as Def | undefined)?.type === "never";
      };
      const fields = Object.entries(def.shape!).filter((field) => !isNever(field));
      const inner = (one: z.ZodType) => {
        const { type, innerType } = one._zod.def as unknown as Def;
        return valuesOf(type === "optional" ? innerType! : one);
      };
      return fc.record(Object.fromEntries(fields.map(([key, one]) => [key, inner(one)])), {
        noNullPrototype: true,
        requiredKeys: fields.filter((field) => !optional(field)).map(([key]) => key),
      });
    }
    default:
      throw new Error(`No values for ${def.type}.`);
  }
}

const { steps: _, outlines: __, task: ofTask, ...head } = shipmentSchema.shape;
const outlines = fc.array(
  fc.record({
    hash: valuesOf(shipmentSchema.shape.id),
    node: valuesOf(shippedOutlineSchema.shape.nodes.element),
  }),
  { maxLength: 3 },
);

/** A shipment of steps of these kinds; a step cites one of its outlines or none. */
const shipmentOf = (schemas: readonly z.ZodType[]): fc.Arbitrary<Shipment> =>
  fc
    .record({
      ...Object.fromEntries(Object.entries(head).map(([key, schema]) => [key, valuesOf(schema)])),
      steps: fc.array(fc.oneof(...schemas.map(valuesOf)), { minLength: 1, maxLength: 12 }),
      outlines,
      task: fc.option(valuesOf(ofTask.unwrap()) as fc.Arbitrary<ShippedTask>, { nil: undefined }),
    })
    .map(({ steps, outlines, task, ...rest }) => {
      const { tools } = rest as unknown as Shipment;
      const seen = [...new Map(outlines.map((one) => [one.hash, one])).values()];
      return {
        ...rest,
        ...(task && { task: { ...task, tool: task.tool % tools.length } }),
        steps: (steps as Shipment["steps"]).map(({ outline, ...step }, at) => {
          const cited = seen[at % 4];
          return { ...step, ...(outline && cited && { outline: { ...outline, hash: cited.hash } }) };
        }),
        outlines: seen.map(({ hash, node }) => ({ hash, nodes: [{ ...(node as object), parent: null }] })),
      } as unknown as Shipment;
    });

const textOf = (shipment: Shipment) => canonicalText(pack(shipment));

describe("what is packed is unpacked again", () => {
  const each = shippedStepSchema.options.map((schema) => [schema.shape.kind.value, [schema]] as const);

  test.each([...each, ["every kind", shippedStepSchema.options] as const])("%s", (_, schemas) => {
    fc.assert(
      fc.property(shipmentOf(schemas), (shipment) => {
        expect(shipmentSchema.parse(shipment)).toEqual(shipment);
        const text = textOf(shipment);
        expect(wireShipmentSchema.safeParse(JSON.parse(text)).success).toBe(true);
        expect(unpack(JSON.parse(text))).toStrictEqual(shipment);
        expect(unpackOwn(JSON.parse(text))).toStrictEqual(shipment);
        // Equal shipments, however their fields are ordered, have equal bytes; others have others.
        expect(textOf(JSON.parse(canonicalText(shipment)))).toBe(text);
        expect(textOf({ ...shipment, notice: shipment.notice === 1 ? 2 : 1 })).not.toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  test("different steps have different bytes", () => {
    const two = fc.tuple(shipmentOf(shippedStepSchema.options), shipmentOf(shippedStepSchema.options));
    fc.assert(
      fc.property(two, ([{ steps, outlines }, one]) => {
        const other = { ...one, steps, outlines };
        expect(textOf(one) === textOf(other)).toBe(canonicalText(one) === canonicalText(other));
      }),
    );
  });
});

test("what cannot be found again is no shipment: each position of each row, moved out of its table", () => {
  const [sample] = fc.sample(shipmentOf(shippedStepSchema.options), { numRuns: 1, seed: 5 });
  const wire = JSON.parse(textOf(sample!));
  for (const table of ["places", "links", "selectors", "targets"] as const) {
    expect(wire[table].length, table).toBeGreaterThan(1);
    expect(unpack({ ...wire, [table]: [] }), table).toBeNull();
    expect(unpack({ ...wire, [table]: wire[table].slice(0, -1) }), table).toBeNull();
  }
  // A link that comes after itself, or after one that comes after it, has no first.
  const round = (after: number) => wire.links.map((row: unknown[]) => [after, ...row.slice(1)]);
  for (const after of [0, wire.links.length - 1]) expect(unpack({ ...wire, links: round(after) })).toBeNull();
});

test("a task is one of a tool of the shipment, by numbers and fixed words only", () => {
  const [sample] = fc.sample(shipmentOf(shippedStepSchema.options), { numRuns: 1, seed: 5 });
  const wire = pack(sample!);
  const task = { tool: 0, index: 3, outcome: "partly", judgedBy: "person" } as const;
  expect(unpack({ ...wire, task })?.task).toEqual(task);
  expect(unpack({ ...wire, task: { ...task, tool: wire.tools.length } })).toBeNull();
  for (const more of [{ said: "started" }, { sentence: "Approve" }, { outcome: "well" }, { index: "3" }])
    expect(unpack({ ...wire, task: { ...task, ...more } })).toBeNull();
  for (const key of Object.keys(task))
    expect(unpack({ ...wire, task: { ...task, [key]: undefined } })).toBeNull();
});

test("a path that is longer than one leaves is not walked to its end", () => {
  const [sample] = fc.sample(shipmentOf(shippedStepSchema.options), { numRuns: 1, seed: 5 });
  const links = Array.from({ length: 30_000 }, (_, n) => [n === 0 ? null : n - 1, "div"]);
  const targets = Array.from({ length: 4000 }, () => ["button", null, links.length - 1]);
  expect(unpack({ ...pack(sample!), links, targets })).toBeNull();
});

test("an outline that is not in the shipment cannot be cited", () => {
  const [sample] = fc.sample(shipmentOf(shippedStepSchema.options), { numRuns: 1, seed: 5 });
  const outline = { hash: "AAAAAAAAAAAAAAAAAAAAAA", node: 0 };
  const steps = sample!.steps.map((step) => ({ ...step, outline }));
  expect(() => pack({ ...sample!, steps, outlines: [] })).toThrow("not in its shipment");
});

test.each(shippedKindNames)("%s has a column for each of its measures, and none may be missing", (kind) => {
  const { shipped } = kinds[kind] as { shipped: Record<string, z.ZodType> };
  const columns = stepColumns(kind).map(({ name }) => name);
  expect(columns).toEqual(expect.arrayContaining(Object.keys(shipped)));
  expect(new Set(columns).size).toBe(columns.length);
  // A row has no way to say that a measure is missing.
  for (const schema of Object.values(shipped)) expect(schema.safeParse(undefined).success).toBe(false);
});
