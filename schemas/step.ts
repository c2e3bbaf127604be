// A step as it is stored, in this browser only, of any kind. Its shipped form: shipped-step.ts.
import { z } from "zod";
import { kindNames, type StoredSchema, storedSchema } from "./step-of-kind.ts";

export * from "./step-of-kind.ts";

/** Built from the list of kinds. `as` only gives the mapped array its type back. */
export const stepSchema = z.discriminatedUnion(
  "kind",
  kindNames.map(storedSchema) as [StoredSchema, ...StoredSchema[]],
);
