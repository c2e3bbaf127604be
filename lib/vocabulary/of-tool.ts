import type { Vocabulary } from "../../schemas/vocabulary.ts";

/** The vocabulary a tool is recorded with, or null. Loaded when one is asked for first. */
export async function vocabularyOf(id: string | null): Promise<Vocabulary | null> {
  if (id === null) return null;
  const { bundled } = await import("./bundled.ts");
  return bundled().find(({ tool }) => tool === id) ?? null;
}
