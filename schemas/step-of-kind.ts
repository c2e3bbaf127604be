// A step of one kind, as it is stored: its schema is built when one comes first, so that a worker that is woken by a
// click builds that of a click. All together: step.ts.
import { z } from "zod";
import type { KindAbout } from "../lib/recorders/kind.ts";
import { kinds, outlines } from "../lib/recorders/schemas.ts";
import { idSchema, indexSchema } from "./id.ts";
import { targetSchema } from "./target.ts";

export { lengthEdges } from "../lib/recorders/typing/schema.ts";
export { kinds };
export const kindNames = Object.keys(kinds) as [KindName, ...KindName[]];
export type KindName = keyof typeof kinds;
export const kindSchema = z.enum(kindNames);

/** The kinds whose steps may leave; the others stay in this browser. */
export type ShippedKindName = {
  [K in KindName]: (typeof kinds)[K]["shipped"] extends null ? never : K;
}[KindName];
export const isShippedKind = (kind: KindName): kind is ShippedKindName => kinds[kind].shipped !== null;
export const shippedKindNames = kindNames.filter(isShippedKind) as [ShippedKindName, ...ShippedKindName[]];

/** What a person switches on or off: every kind of step, and the outlines of pages. */
export const switchNames = [...kindNames, "outlines"] as const;
export const switchSchema = z.enum(switchNames);
export type SwitchName = z.infer<typeof switchSchema>;
export const aboutOf = (name: SwitchName): KindAbout => (name === "outlines" ? outlines : kinds[name].about);

export const effectSchema = z.enum([
  "navigated",
  "opened",
  "closed",
  "changed",
  "invalid",
  "alert",
  "nothing",
]);
export type Effect = z.infer<typeof effectSchema>;

/** Milliseconds since the trajectory opened; on the way from the page, since the epoch. */
const at = z.number().min(-86_400_000).max(8.64e15);
const route = indexSchema.nullable();
/** Positions of the frames from the top document to this one; empty for the top document. */
const frame = z.array(z.uint32().max(1000)).max(16);
/** The page state before the act, by the hash of its outline, and the outline's node of the target. */
export const outlineRefSchema = z.strictObject({
  hash: idSchema,
  node: z.uint32().max(20_000).nullable(),
});
export type OutlineRef = z.infer<typeof outlineRefSchema>;

/** What a step says in both of its forms. */
export const saidOfStep = {
  route,
  effect: effectSchema,
  /** Term of the alert that the act brought up. */
  alert: indexSchema.optional(),
  outline: outlineRefSchema.optional(),
};
const target = targetSchema.optional();
const stored = <K extends KindName>(kind: K) =>
  z.strictObject({
    kind: z.literal(kind),
    at,
    tool: idSchema,
    frame,
    target,
    /** Where a drag ended. */
    onto: target,
    ...saidOfStep,
    ...(kinds[kind].stored as (typeof kinds)[K]["stored"]),
  });

// `as` only gives what a list or a map holds its type back.
export type Of<F extends (kind: never, ...more: never[]) => z.ZodType> = ReturnType<F>;
export type StoredSchema = { [K in KindName]: Of<typeof stored<K>> }[KindName];
export type Step = z.infer<StoredSchema>;
export type StepOf<K extends KindName> = Extract<Step, { kind: K }>;

const built = new Map<KindName, StoredSchema>();

/** The schema of a kind's stored steps. */
export function storedSchema(kind: KindName): StoredSchema {
  const schema = built.get(kind) ?? (stored(kind) as unknown as StoredSchema);
  built.set(kind, schema);
  return schema;
}

/** The step that this is, or null: as strict as the schema of all kinds together. */
export function parseStep(candidate: unknown): Step | null {
  const kind = (candidate as { kind?: unknown } | null | undefined)?.kind;
  if (typeof kind !== "string" || !Object.hasOwn(kinds, kind)) return null;
  const parsed = storedSchema(kind as KindName).safeParse(candidate);
  return parsed.success ? parsed.data : null;
}

/** Most steps one trajectory may hold; it is closed by size then. */
export const maxSteps = 2000;
