// The list of kinds. One line each; schemas/step.ts builds the stored and shipped steps from it.
import { click } from "./click/schema.ts";
import { navigate } from "./navigate/schema.ts";
import { typing } from "./typing/schema.ts";

export const kinds = { click, typing, navigate } as const;
