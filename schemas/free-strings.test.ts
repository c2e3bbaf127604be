// Promise P3: no shape that is stored or leaves has room for a string of a page.
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Allowed, freeStrings, isSchema, patternsOf } from "../lib/architecture/free-strings.ts";
import { datasetStepSchema } from "./dataset.ts";
import * as ids from "./id.ts";
import { shipmentSchema } from "./shipment.ts";
import { shippedStepSchema } from "./shipped-step.ts";
import { stepSchema } from "./step.ts";
import { trajectorySchema } from "./trajectory.ts";
import { wireShipmentSchema } from "./wire.ts";

const patterns = new Set(Object.values(ids).filter(isSchema).flatMap(patternsOf));
const allow = (more: Omit<Allowed, "patterns">, ...others: string[]): Allowed => ({
  ...more,
  patterns: new Set([...patterns, ...others]),
});
const nothing = allow({});
const person = allow({ sources: ["person"] });
const language = patternsOf(z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/))[0]!;
const vocabulary = allow({ sources: ["published"] }, language);
const page = allow({ sources: ["published", "person"] }, language);
const placeholder = patternsOf(datasetStepSchema.shape.text.unwrap())[0]!;
const dataset = allow({ sources: ["published"] }, placeholder);

// Every other exported schema has room for nothing. Strings of the person (a tool's alias) stay in this
// browser; published strings stand in the vocabulary, and in the dataset, where they are put back in.
const exceptions: Record<string, Allowed> = {
  termSchema: vocabulary,
  vocabularySchema: vocabulary,
  taskSchema: vocabulary,
  datasetStepSchema: dataset,
  datasetTrajectorySchema: dataset,
  datasetOutlineSchema: dataset,
  toolSchema: person,
  describedToolSchema: person,
  toolNarrowingSchema: person,
  pathPatternSchema: person,
  policySchema: person,
  policyNarrowingSchema: person,
  policyProblemSchema: person,
  keptPolicySchema: person,
  addressSchema: person,
  listedToolSchema: person,
  toolListSchema: person,
  keptToolListSchema: person,
  regionNameSchema: person,
  "policyFields.company": person,
  "policyFields.contact": person,
  "policyFields.notice": person,
  "policyFields.agreedWith": person,
  "policyFields.collector": person,
  "policyFields.issuer": person,
  "policyFields.relay": person,
  "policyFields.tools": person,
  "policyFields.forbiddenHosts": person,
  "policyFields.exclusions": person,
  "policyFields.regions": person,
  // What the administrator writes and what is published of a release: neither is ever sent by the extension.
  companySchema: page,
  firefoxIdSchema: person,
  chromiumIdSchema: vocabulary,
  versionSchema: vocabulary,
  releaseSchema: vocabulary,
  hostPatternSchema: person,
  patternSchema: person,
  "personMessages.tool.add.request": person,
  "personMessages.tool.take.request": person,
  "personMessages.tool.narrow.request": person,
  "personalExportSchemas.tools.jsonl": person,
  exportedSettingsSchema: person,
  "personalExportSchemas.settings.json": person,
  "pageMessages.page.hello.reply": page,
  pageConfigSchema: page,
  pageTablesSchema: vocabulary,
  // The receiver parses each step with stepSchema after this, so that one bad step does not cost the others.
  recordRequestSchema: allow({ paths: [".steps[]"] }),
  "pageRequests.steps.record": allow({ paths: [".steps[]"] }),
  "pageMessages.steps.record.request": allow({ paths: [".steps[]"] }),
  // The bytes are a shipment's: made from shipmentSchema, and parsed by wireShipmentSchema on the other side.
  queuedShipmentSchema: allow({ paths: [".bytes"] }),
  // What issuer and collector publish about themselves. It comes to the browser and never goes back.
  encodedKeySchema: allow({ paths: [""] }),
  tokenKeysSchema: allow({ paths: [".issuer", ".origin", ".keys[].key"] }),
  openingSchema: allow({ sources: ["published"] }),
  ledgerEntrySchema: allow({ sources: ["published"] }),
  ledgerSchema: allow({ sources: ["published"] }),
  directorySchema: allow({
    paths: ["", ".issuer-request-uri", ".token-keys[]", ".token-keys[].token-key"],
  }),
};

const files = import.meta.glob<Record<string, unknown>>(["./*.ts", "!./*.test.ts"], { eager: true });

/** Every schema under an export's name: `messages` and the like hold theirs by name. */
function schemasIn(value: unknown, name: string): [string, z.ZodType][] {
  if (isSchema(value)) return [[name, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => schemasIn(inner, `${name}.${key}`));
}
const exported = Object.values(files)
  .flatMap((file) => Object.entries(file))
  // The union of the two lists of messages that are walked by themselves.
  .filter(([name]) => name !== "messages")
  .flatMap(([name, value]) => schemasIn(value, name));

describe("schemas have no room for a string of a page", () => {
  it("finds the schemas to walk", () => {
    const names = exported.map(([name]) => name);
    expect(names.length).toBeGreaterThan(50);
    expect(names).toEqual(
      expect.arrayContaining(["shipmentSchema", "wireShipmentSchema", "stepSchema", "trajectorySchema"]),
    );
    expect(names).toEqual(expect.arrayContaining(Object.keys(exceptions)));
  });

  it("calls only what has a bounded length a fixed form", () => {
    expect(patterns.size).toBeGreaterThan(2);
    for (const pattern of patterns) expect(pattern).toMatch(/^\^[^*+]*\$$/);
  });

  it.each(exported)("%s", (name, schema) => {
    expect(freeStrings(schema, exceptions[name] ?? nothing)).toEqual([]);
  });
});

describe("the walk catches", () => {
  const planted = (schema: z.ZodType) => freeStrings(schema, nothing);

  it.each<[string, z.ZodType, string]>([
    ["a free string", z.strictObject({ a: z.array(z.string().max(9)) }), ".a[]: a free string"],
    ["an e-mail address", z.strictObject({ a: z.email().optional() }), ".a: a free string"],
    ["a pattern without a fixed form", z.string().regex(/^[a-z]+$/), ": a free string"],
    ["a passthrough object", z.looseObject({ a: z.int() }), ": an object that is not strict"],
    ["an object that strips", z.object({ a: z.int() }), ": an object that is not strict"],
    ["an open catchall", z.strictObject({}).catchall(z.string()), ": an object that is not strict"],
    ["a record with free keys", z.record(z.string(), z.int()), "{key}: a free string"],
    ["a record with free values", z.record(z.enum(["a"]), z.string()), "{}: a free string"],
    ["any", z.strictObject({ a: z.any() }), ".a: any"],
    ["unknown", z.array(z.unknown()), "[]: unknown"],
    ["a transform", z.int().transform(String), ": transform"],
    ["a template", z.templateLiteral(["a", z.string()]), ": template_literal"],
    ["a custom check", z.instanceof(Date), ": custom"],
    ["a string in a union", z.union([z.int(), z.string()]), ": a free string"],
    ["a string in a tuple's rest", z.tuple([z.int()], z.string()), "[]: a free string"],
    ["a published string", z.string().meta({ source: "published" }), ": a free string"],
  ])("%s", (_, schema, finding) => {
    expect(planted(schema)).toContain(finding);
  });

  it("the same inside the real shapes", () => {
    const note = z.strictObject({ note: z.string().max(20).meta({ source: "person" }) });
    expect(freeStrings(shipmentSchema.extend(note.shape), person)).toEqual([]);
    expect(planted(shipmentSchema.extend(note.shape))).toEqual([".note: a free string"]);
    expect(planted(trajectorySchema.extend({ title: z.string() }))).toHaveLength(1);
    expect(planted(wireShipmentSchema.extend(note.shape))).toEqual([".note: a free string"]);
    for (const schema of [stepSchema, shippedStepSchema]) {
      const [first] = schema.options;
      expect(planted(first!.extend({ text: z.string().optional() }))).toEqual([".text: a free string"]);
    }
  });
});
