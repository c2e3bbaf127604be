// The vocabularies that come with the extension: reviewed files, one a tool. They are read in, never downloaded.

import nodeRed from "../../examples/node-red/vocabulary.json" with { type: "json" };
import { type Vocabulary, vocabularySchema } from "../../schemas/vocabulary.ts";

/** Every bundled vocabulary; a broken file fails here, at start, and not in somebody's recording. */
export const bundled: readonly Vocabulary[] = [nodeRed, ...__VOCABULARIES__].map((file) =>
  vocabularySchema.parse(file),
);
