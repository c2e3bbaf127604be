// The command line of the dataset tool.
import { globSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

export const usage =
  "Usage: node collector/dataset/main.ts build --from FILE.sqlite --out DIR [--mind2web] [--vocabulary FILE ...]";

export interface DatasetArguments {
  from: string;
  out: string;
  vocabularies: string[];
  /** Writes Mind2Web records as well. */
  mind2web: boolean;
}

const root = join(import.meta.dirname, "..", "..");

/** Reads the arguments (without node and script); throws with the usage when they are not understood. */
export function readArguments(args: string[]): DatasetArguments {
  const { values, positionals } = parseArgs({
    args,
    options: {
      from: { type: "string" },
      out: { type: "string" },
      mind2web: { type: "boolean", default: false },
      vocabulary: { type: "string", multiple: true },
    },
    allowPositionals: true,
  });
  const [command, ...more] = positionals;
  const given = values.vocabulary;
  // Files after the first one follow without the flag: --vocabulary A B.
  if (command !== "build" || !values.from || !values.out || (more.length > 0 && !given))
    throw new Error(usage);
  return {
    from: values.from,
    out: values.out,
    mind2web: values.mind2web,
    vocabularies: given
      ? [...given, ...more]
      : globSync("examples/*/vocabulary.json", { cwd: root }).map((file) => join(root, file)),
  };
}
