// What a company may say of recording, as it comes from managed storage: it can only narrow.
import { z } from "zod";
import { epochSchema, idSchema } from "./id.ts";
import { switchSchema } from "./step-of-kind.ts";
import { describedToolSchema, pathPatternSchema, patternSchema } from "./tool.ts";

/** Words of the company: shown to the person, never sent. */
const said = z.string().min(1).max(200).meta({ source: "person" });
/** The same, for whole sentences. */
const told = z.string().min(1).max(1000).meta({ source: "person" });

/** By https, or on this machine. */
export const addressSchema = z
  .string()
  .regex(
    /^(https:\/\/([a-z0-9.-]+|\[[0-9a-f:.]+\])|http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\]))(:\d{1,5})?(\/[\w./-]*)?$/,
  )
  .max(300)
  .meta({ source: "person" });

/** A host, or `*.` and a host: that one and all below it. */
export const hostPatternSchema = z
  .string()
  .regex(/^(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?$|^\[[0-9a-f:.]+\]$/)
  .max(253)
  .meta({ source: "person" });

/** Managed storage knows no null: a tool without a vocabulary leaves it out. */
export const listedToolSchema = describedToolSchema.extend({ vocabulary: idSchema.nullable().default(null) });

/** The most of each a person gives in a week. */
const budgetsSchema = z.strictObject({
  trajectories: z.int().min(0).max(50).optional(),
  reports: z.int().min(0).max(20).optional(),
});

/** What both the company and one of its regions may say. */
const narrowing = {
  /** The kinds that may be recorded at all. */
  kinds: z.array(switchSchema).optional(),
  forbiddenHosts: z.array(hostPatternSchema).max(500).optional(),
  /** Paths that are left out of a tool, whoever listed it. */
  exclusions: z
    .array(z.strictObject({ pattern: patternSchema, paths: z.array(pathPatternSchema).min(1).max(100) }))
    .max(100)
    .optional(),
  retentionDays: z.int().min(1).max(30).optional(),
  reviewHours: z.int().min(4).max(168).optional(),
  budgets: budgetsSchema.optional(),
  /** A profile that several people use asks again after 30 idle days; `never`, as on a kiosk, records nothing. */
  profile: z.enum(["shared", "never"]).optional(),
  /** Recording ends everywhere. */
  stop: z.boolean().optional(),
};
export const policyNarrowingSchema = z.strictObject(narrowing);
export type PolicyNarrowing = z.infer<typeof policyNarrowingSchema>;

export const regionNameSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .meta({ source: "person" });

/** All that a policy may say of a company; the rest is said of one browser. */
export const policyFields = {
  company: said.optional(),
  contact: said.optional(),
  /** Paragraphs that are added to the notice, by language. They change nothing of what is agreed to. */
  notice: z.partialRecord(z.enum(["en", "de", "fr", "es", "ja"]), told).optional(),
  /** Such as "Works council, 28 October 2026". */
  agreedWith: said.optional(),
  collector: addressSchema.optional(),
  issuer: addressSchema.optional(),
  relay: addressSchema.optional(),
  /** The company's list. Each is offered; none is recorded before the person has said yes to it. */
  tools: z.array(listedToolSchema).max(200).optional(),
  /** Only tools of the company's list may be recorded. */
  onlyListed: z.boolean().optional(),
  /** Everyone sends fixed dummies, so that declining cannot be seen. */
  cover: z.boolean().optional(),
  ...narrowing,
  regions: z.record(regionNameSchema, policyNarrowingSchema).optional(),
};

const saidKeys = [
  ...(Object.keys(policyFields) as (keyof typeof policyFields)[]),
  "region",
  "bearer",
] as const;

export const policySchema = z
  .strictObject({
    ...policyFields,
    /** Which of the regions holds for this browser. */
    region: regionNameSchema.optional(),
    /** Who this browser's person is to the issuer, where device management says it; told to nobody else. */
    bearer: z
      .string()
      .regex(/^[A-Za-z0-9._~+/-]{1,4000}={0,2}$/)
      .meta({ source: "person" })
      .optional(),
    /** The keys that were written: Chromium drops a value of a wrong type, and then less would be forbidden than was said. */
    says: z.array(z.enum(saidKeys)).optional(),
  })
  .refine(({ region, regions }) => region === undefined || Object.hasOwn(regions ?? {}, region), {
    path: ["region"],
  })
  .refine(({ tools = [] }) => new Set(tools.map(({ pattern }) => pattern)).size === tools.length, {
    path: ["tools"],
  });
export type Policy = z.infer<typeof policySchema>;

export const policyProblemSchema = z.strictObject({
  /** Where in the policy, such as `tools.0.pattern`. */
  at: z.string().max(200).meta({ source: "person" }),
  problem: z.enum(["unknown-key", "bad-value", "public-suffix"]),
});
export type PolicyProblem = z.infer<typeof policyProblemSchema>;

/** What is kept of the company's word. Without a row managed storage was never read, or always empty. */
export const keptPolicySchema = z.strictObject({
  /** The last good one, and since when it is that. */
  good: z.strictObject({ policy: policySchema, since: epochSchema }).nullable(),
  /** Managed storage is empty since then. */
  emptySince: epochSchema.nullable(),
  /** The newest one was refused whole. */
  refused: z.strictObject({ at: epochSchema, why: z.array(policyProblemSchema).min(1).max(20) }).nullable(),
});
export type KeptPolicy = z.infer<typeof keptPolicySchema>;
