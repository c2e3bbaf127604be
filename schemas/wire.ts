// A shipment as it leaves: what repeats stands once in a table, and what refers to it says its position there.
// Written by pack.ts, read by unpack.ts; the same as a Shipment says, and nothing besides.
import { z } from "zod";
import { indexSchema } from "./id.ts";
import { shippedOutlineSchema } from "./outline.ts";
import { shipmentSchema } from "./shipment.ts";
import { shippedStepSchema } from "./shipped-step.ts";
import { maxSteps } from "./step-of-kind.ts";
import { anchorSchema, shippedLinkSchema, shippedSelectorSchema, shippedTargetSchema } from "./target.ts";
import {
  anchorColumns,
  type Column,
  leastColumns,
  linkColumns,
  placeColumns,
  type Row,
  selectorColumns,
  stepColumns,
  targetColumns,
  toolColumns,
} from "./wire-rows.ts";

type Shape = Record<string, z.ZodType>;

/** A position in one of the tables. */
const position = z.int().min(0).max(65_535);

/** An optional field is null where something stands after it. */
function cell(shape: Shape, { name, optional }: Column): z.ZodType {
  const schema = shape[name]!;
  return optional && schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType).nullable() : schema;
}

/** A row of exactly these columns, of which the last may be left out. */
function rowSchema(columns: readonly Column[], shape: Shape): z.ZodType<Row> {
  const least = leastColumns(columns);
  const cells = columns.map((one, at) => (at < least ? cell(shape, one) : cell(shape, one).optional()));
  return z.tuple(cells as [z.ZodType, ...z.ZodType[]]);
}

const [byRole, byAttribute] = anchorSchema.options;
const within = z
  .union([rowSchema(anchorColumns.attribute, byAttribute.shape), rowSchema(anchorColumns.role, byRole.shape)])
  .nullable();

/** A selector's row by its first column. */
export const selectorRows: ReadonlyMap<unknown, z.ZodType<Row>> = new Map(
  shippedSelectorSchema.options.map(({ shape }) => [
    shape.by.value,
    rowSchema(selectorColumns[shape.by.value], { ...shape, within }),
  ]),
);
const selectorRow = z.union([...selectorRows.values()]);

const linkRow = rowSchema(linkColumns, { ...shippedLinkSchema.shape, after: position.nullable() });

const targetRow = rowSchema(targetColumns, {
  ...shippedTargetSchema.shape,
  path: position.nullable(),
  selectors: z.array(position).max(8),
});

const placeRow = rowSchema(placeColumns, {
  tool: z.int().min(0).max(63),
  route: indexSchema.nullable(),
  outline: position.nullable(),
});

const references = {
  place: position,
  node: z.int().min(0).max(20_000).nullable(),
};
/** Where a step of this kind has a target, its position; where it never has one, nothing. */
const referenceTo = (target: z.ZodOptional): z.ZodType =>
  target.unwrap() instanceof z.ZodNever ? target : position.optional();
/** A step's row by its first column, the kind. */
export const stepRows: ReadonlyMap<unknown, z.ZodType<Row>> = new Map(
  shippedStepSchema.options.map(({ shape }) => {
    const targets = { target: referenceTo(shape.target), onto: referenceTo(shape.onto) };
    return [
      shape.kind.value,
      rowSchema(stepColumns(shape.kind.value), { ...shape, ...references, ...targets }),
    ];
  }),
);
const stepRow = z.union([...stepRows.values()]);

/** No step has more than two targets. */
const maxTargets = 2 * maxSteps;
const rows = (row: z.ZodType<Row>, most: number) => z.array(row).max(most);

export const wireShipmentSchema = z.strictObject({
  ...shipmentSchema.shape,
  tools: rows(rowSchema(toolColumns, shipmentSchema.shape.tools.element.shape), 64).min(1),
  places: rows(placeRow, maxSteps).min(1),
  links: rows(linkRow, 8 * maxTargets),
  selectors: rows(selectorRow, 8 * maxTargets),
  targets: rows(targetRow, maxTargets),
  steps: rows(stepRow, maxSteps).min(1),
  outlines: z.array(shippedOutlineSchema).max(maxSteps),
});
export type WireShipment = z.infer<typeof wireShipmentSchema>;

const anyRow = z.array(z.unknown());
/** The same, but for rows that say in their first column which one of many they are. */
const outerSchema = wireShipmentSchema.extend({
  steps: z.array(anyRow).min(1).max(maxSteps),
  selectors: z.array(anyRow).max(8 * maxTargets),
});
const rowsFit = (rows: readonly Row[], known: ReadonlyMap<unknown, z.ZodType<Row>>): boolean =>
  rows.every((row) => known.get(row[0])?.safeParse(row).success === true);

/**
 * What `wireShipmentSchema` says, in half the time: of a union each of a dozen rows would be tried and complain. The
 * collector does this for every shipment.
 */
export function parseWire(value: unknown): WireShipment | null {
  const outer = outerSchema.safeParse(value);
  if (!outer.success) return null;
  const { steps, selectors } = outer.data;
  return rowsFit(steps, stepRows) && rowsFit(selectors, selectorRows) ? (outer.data as WireShipment) : null;
}
