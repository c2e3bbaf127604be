// How a vocabulary stands in its file: one entry a line, so that a reviewer and a diff see one line a change.
import { readFileSync } from "node:fs";
import { type Vocabulary, vocabularySchema } from "../../schemas/vocabulary.ts";

/** JSON with one line for every entry of every list. */
export function asText(value: object): string {
  const block = (inner: unknown, indent: string): string => {
    if (Array.isArray(inner) && inner.length > 0 && !inner.every((entry) => typeof entry === "number")) {
      return `[\n${inner.map((entry) => `${indent}  ${JSON.stringify(entry)}`).join(",\n")}\n${indent}]`;
    }
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return JSON.stringify(inner);
    const entries = Object.entries(inner);
    return `{\n${entries.map(([key, of]) => `${indent}  ${JSON.stringify(key)}: ${block(of, `${indent}  `)}`).join(",\n")}\n${indent}}`;
  };
  return `${block(value, "")}\n`;
}

/** Throws, with the file's name, what is not a vocabulary. */
export function readVocabulary(file: string): Vocabulary {
  const parsed = vocabularySchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.success) throw new Error(`${file} is no vocabulary: ${parsed.error.message}`);
  return parsed.data;
}
