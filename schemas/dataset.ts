// A row of the dataset: a shipped trajectory with the vocabulary's strings put back in.
import { z } from "zod";
import { idSchema, weekSchema } from "./id.ts";
import { outlineNodeSchema } from "./outline.ts";
import { effectSchema, kinds, outlineRefSchema, type ShippedKindName, shippedKindNames } from "./step.ts";
import { roleSchema, shippedLinkSchema, stateSchema } from "./target.ts";
import { catalogueTaskSchema, outcomeSchema } from "./task.ts";

const published = z.string().max(200).meta({ source: "published" });
/** A published string with what makes a selector of it. */
const selectorText = z.string().max(500).meta({ source: "published" });

/** The vocabulary's custom elements by their names. */
const tagName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]*$/)
  .max(100)
  .meta({ source: "published" });

/** A link of the click path. */
const linkSchema = shippedLinkSchema.extend({ tag: tagName });

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
  kind: z.enum(shippedKindNames),
  tool: published.nullable(),
  route: published.nullable(),
  effect: effectSchema,
  target: targetSchema.optional(),
  /** Where a drag ended. */
  onto: targetSchema.optional(),
  /** Text of the alert that the act brought up. */
  alert: published.nullable().optional(),
  /** The page before the act: an outline of outlines.jsonl with the step's tool, and the node acted on. */
  outline: outlineRefSchema.optional(),
  /** What a typing step stands for: `{{text:textbox:10-19}}`. */
  text: z
    .string()
    .regex(/^\{\{text:[a-z-]+:(0|\d+-\d+|80\+|1\+)\}\}$/)
    .optional(),
  /** The kind's own shipped measures. */
  measures: z.partialRecord(measureNameSchema, measureSchema),
});

/** A published task. What a person judged is the work that this is the last piece of; a condition, this piece. */
const datasetTaskSchema = catalogueTaskSchema.extend({
  outcome: outcomeSchema.exclude(["unknown"]),
  judgedBy: z.enum(["person", "condition"]),
  /** Title of the tool in whose catalogue it stands. */
  tool: published.nullable(),
  /** With its slots in braces: nobody's values are known. Null where no given vocabulary holds it. */
  sentence: published.nullable(),
});

export const datasetTrajectorySchema = z.strictObject({
  format: z.literal("tooltrail-dataset/1"),
  id: idSchema,
  week: weekSchema,
  notice: z.int(),
  task: datasetTaskSchema.optional(),
  steps: z.array(datasetStepSchema),
  /** The page after the last step, or before it where that was not seen. */
  lastOutline: idSchema.optional(),
});

/** A line of outlines.jsonl: a page state, named by the vocabulary of a tool. */
export const datasetOutlineSchema = z.strictObject({
  format: z.literal("tooltrail-dataset-outline/1"),
  hash: idSchema,
  tool: published.nullable(),
  vocabulary: z.int().nullable(),
  nodes: z.array(
    outlineNodeSchema.extend({
      tag: tagName.optional(),
      name: published.nullable().optional(),
      attributes: z.array(z.strictObject({ name: published, value: published })).optional(),
    }),
  ),
});
export type DatasetOutline = z.infer<typeof datasetOutlineSchema>;
export type DatasetTrajectory = z.infer<typeof datasetTrajectorySchema>;
export type DatasetStep = z.infer<typeof datasetStepSchema>;
