// The vocabularies of a build, found again by the tool and version that a shipment cites.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Shipment } from "../../schemas/shipment.ts";
import { type Vocabulary, vocabularySchema } from "../../schemas/vocabulary.ts";

export interface VocabularyInput {
  vocabulary: Vocabulary;
  /** SHA-256 of the file in hexadecimal. */
  sha256: string;
}

/** Finds the vocabulary of one entry of a shipment's list of tools. */
export type FindVocabulary = (tool: Shipment["tools"][number]) => Vocabulary | undefined;

function readVocabulary(file: string): VocabularyInput {
  const bytes = readFileSync(file);
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    throw new Error(`${file} is not JSON`, { cause });
  }
  const parsed = vocabularySchema.safeParse(value);
  if (!parsed.success) throw new Error(`${file} is not a vocabulary: ${z.prettifyError(parsed.error)}`);
  return { vocabulary: parsed.data, sha256: createHash("sha256").update(bytes).digest("hex") };
}

const keyOf = (tool: string, version: number): string => `${tool} ${version}`;

/** Reads the files. Two files for the same tool and version would give two meanings to one index: an error. */
export function readVocabularies(files: string[]): VocabularyInput[] {
  const seen = new Map<string, VocabularyInput>();
  for (const file of files) {
    const input = readVocabulary(file);
    const key = keyOf(input.vocabulary.tool, input.vocabulary.version);
    const known = seen.get(key);
    if (known && known.sha256 !== input.sha256) throw new Error(`${file} repeats tool and version ${key}`);
    seen.set(key, input);
  }
  return [...seen.values()];
}

/** An index over the vocabularies. */
export function finder(inputs: VocabularyInput[]): FindVocabulary {
  const byKey = new Map(inputs.map(({ vocabulary: v }) => [keyOf(v.tool, v.version), v]));
  return ({ tool, vocabulary }) =>
    tool === null || vocabulary === null ? undefined : byKey.get(keyOf(tool, vocabulary));
}
