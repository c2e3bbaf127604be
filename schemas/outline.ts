// The content-free structure of a page before an act: roles, nesting, state, published names. No text.
import { z } from "zod";
import { epochSchema, idSchema, indexSchema } from "./id.ts";
import { roleSchema, shippedStateSchema, stateSchema, tagSchema } from "./target.ts";

/** How many alike siblings one node stands for; left out for one. */
export const countClassSchema = z.enum(["2-5", "6-20", "more"]);
export type CountClass = z.infer<typeof countClassSchema>;

export const outlineNodeSchema = z.strictObject({
  /** Position of the parent node in the list, which comes before; null for the first. */
  parent: z.int().min(0).max(20_000).nullable(),
  role: roleSchema,
  /** Only where the role does not say it. */
  tag: tagSchema.optional(),
  /** Term index of the accessible name. */
  name: indexSchema.optional(),
  state: z.array(stateSchema).max(7).optional(),
  /** Attribute indices that are selectors of it. */
  attributes: z.array(indexSchema).max(8).optional(),
  count: countClassSchema.optional(),
  /** The boundary crossed from the parent into this node. */
  boundary: z.enum(["shadow-open", "shadow-closed", "frame"]).optional(),
});
export type OutlineNode = z.infer<typeof outlineNodeSchema>;

/** Most nodes of one outline; what is beyond is left out. */
export const maxNodes = 4000;

/** Breadth first: every node comes after its parent, and only the first has none. */
const nodesOf = <N extends z.ZodType<Pick<OutlineNode, "parent">>>(node: N) =>
  z
    .array(node)
    .min(1)
    .max(maxNodes)
    .refine((nodes) =>
      nodes.every(({ parent }, at) => (at === 0 ? parent === null : parent !== null && parent < at)),
    );
export const outlineNodesSchema = nodesOf(outlineNodeSchema);

export const outlineSchema = z.strictObject({
  /** First 16 bytes of the SHA-256 of the canonical nodes: the same page state has the same hash. */
  hash: idSchema,
  nodes: outlineNodesSchema,
});
export type Outline = z.infer<typeof outlineSchema>;

/** As it leaves: the plain form, under that form's hash. */
export const shippedOutlineSchema = outlineSchema.extend({
  nodes: nodesOf(outlineNodeSchema.extend({ state: shippedStateSchema.optional() })),
});

/** As it is stored here: the tools that it was seen in, and the trajectories that cite it. */
export const keptOutlineSchema = outlineSchema.extend({
  seenAt: epochSchema,
  tools: z.array(idSchema),
  trajectories: z.array(idSchema),
});
export type KeptOutline = z.infer<typeof keptOutlineSchema>;
