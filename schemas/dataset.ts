// A row of the dataset: a shipped trajectory with the vocabulary's strings put back in.
import { z } from "zod";
import { idSchema, weekSchema } from "./id.ts";
import { effectSchema, kindSchema, kinds, type ShippedKindName, shippedKindNames } from "./step.ts";
import { roleSchema, shippedLinkSchema, stateSchema } from "./target.ts";

const published = z.string().max(200).meta({ source: "published" });
/** A published string with what makes a selector of it. */
const selectorText = z.string().max(500).meta({ source: "published" });

/** A link of the click path; the vocabulary's custom elements by their names. */
const linkSchema = shippedLinkSchema.extend({
  tag: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]*$/)
    .max(100)
    .meta({ source: "published" }),
});

const measureNameSchema = z.enum(shippedKindNames.flatMap((kind) => Object.keys(kinds[kind].shipped)));
type ShapeOf<K extends ShippedKindName> = (typeof kinds)[K]["shipped"];
type Measure = { [K in ShippedKindName]: ShapeOf<K>[keyof ShapeOf<K>] }[ShippedKindName];
/** Any value that a kind ships. `as` only gives the list of schemas its type back. */
const measureSchema = z.union(
  shippedKindNames.flatMap((kind) => Object.values(kinds[kind].shipped)) as unknown as [
    Measure,
    ...Measure[],
  ],
);

const targetSchema = z.strictObject({
  role: roleSchema,
  name: published.nullable(),
  selectors: z.array(
    z.strictObject({ by: z.enum(["attribute", "role", "label", "css", "ordinal"]), text: selectorText }),
  ),
  path: z.array(linkSchema).max(512),
  state: z.array(stateSchema),
  terms: z.array(published),
});

export const datasetStepSchema = z.strictObject({
  kind: kindSchema,
  tool: published.nullable(),
  route: published.nullable(),
  effect: effectSchema,
  target: targetSchema.optional(),
  /** Where a drag ended. */
  onto: targetSchema.optional(),
  /** Text of the alert that the act brought up. */
  alert: published.nullable().optional(),
  /** What a typing step stands for: `{{text:textbox:10-19}}`. */
  text: z
    .string()
    .regex(/^\{\{text:[a-z-]+:(0|\d+-\d+|80\+)\}\}$/)
    .optional(),
  /** The kind's own shipped measures. */
  measures: z.partialRecord(measureNameSchema, measureSchema),
});

export const datasetTrajectorySchema = z.strictObject({
  format: z.literal("tooltrail-dataset/1"),
  id: idSchema,
  week: weekSchema,
  notice: z.int(),
  steps: z.array(datasetStepSchema),
});
export type DatasetTrajectory = z.infer<typeof datasetTrajectorySchema>;
export type DatasetStep = z.infer<typeof datasetStepSchema>;
