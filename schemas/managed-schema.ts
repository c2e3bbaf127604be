// The schema of managed storage that Chromium asks for, made from the policy's own. Only types: Chromium drops a value
// that does not fit before the extension sees it, and what is dropped could not be refused.
import { z } from "zod";
import { policySchema } from "./policy.ts";

export interface ManagedSchema {
  type: "object" | "array" | "string" | "integer" | "number" | "boolean";
  properties?: Record<string, ManagedSchema>;
  /** Of objects with free names; the outermost may not have it. */
  additionalProperties?: ManagedSchema;
  items?: ManagedSchema;
}

type Full = z.core.JSONSchema.BaseSchema;

/** Chromium knows no union: of what may be null the other type counts. */
const single = (full: Full): Full =>
  (full.anyOf as Full[] | undefined)?.find(({ type }) => type !== "null") ?? full;

function typesOf(given: Full): ManagedSchema {
  const { type, properties, additionalProperties, items } = single(given);
  if (typeof type !== "string" || type === "null")
    throw new Error("managed storage: a value without one type");
  const inner = Object.entries((properties ?? {}) as Record<string, Full>);
  return {
    type,
    ...(inner.length > 0 && {
      properties: Object.fromEntries(inner.map(([name, one]) => [name, typesOf(one)])),
    }),
    ...(typeof additionalProperties === "object" && {
      additionalProperties: typesOf(additionalProperties as Full),
    }),
    ...(items && !Array.isArray(items) && { items: typesOf(items as Full) }),
  };
}

/** The file's name in the package. */
export const managedSchemaFile = "managed-schema.json";

/** What `storage.managed_schema` of the manifest names. */
export const managedSchema = (): ManagedSchema => typesOf(z.toJSONSchema(policySchema, { io: "input" }));
