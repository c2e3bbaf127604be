import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { bundled } from "./bundled.ts";

/** The vocabulary a tool is recorded with, or null. */
export const vocabularyOf = (id: string | null): Vocabulary | null =>
  (id !== null && bundled().find(({ tool }) => tool === id)) || null;
