// The vocabularies that come with the extension: reviewed files, one a tool. They are read in, never downloaded.

// As text: a worker that only keeps a step does not wait until hundreds of terms are objects.
import nodeRed from "../../examples/node-red/vocabulary.json?raw";
import { type Vocabulary, vocabularySchema } from "../../schemas/vocabulary.ts";

let read: readonly Vocabulary[] | undefined;

/** Every bundled vocabulary, parsed when it is asked for first; a broken file fails then. */
export function bundled(): readonly Vocabulary[] {
  read ??= [JSON.parse(nodeRed), ...__VOCABULARIES__].map((file) => vocabularySchema.parse(file));
  return read;
}
