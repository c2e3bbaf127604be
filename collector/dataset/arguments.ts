// The command line of the dataset tool.
import { globSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

export const usage =
  "Usage: npm run dataset -- build --from FILE.sqlite --out DIR [--mind2web] " +
  "[--reports FILE.jsonl [--seed N]] [--vocabulary FILE ...] [--who NAME --why REASON --key DATASET-KEY]\n" +
  "       npm run dataset -- replay --help\n" +
  "       npm run dataset -- health --from FILE.sqlite [--who NAME --why REASON --key DATASET-KEY]";

export interface DatasetArguments {
  from: string;
  out: string;
  vocabularies: string[];
  /** Writes Mind2Web records as well. */
  mind2web: boolean;
  /** Step reports that timing is drawn from, instead of those that were collected. */
  reports: string | null;
  seed: number;
  /** For the ledger; both are needed for what was collected in earnest. */
  who: string | undefined;
  why: string | undefined;
  /** Files of the dataset keys. */
  keys: string[];
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
      reports: { type: "string" },
      seed: { type: "string", default: "1" },
      vocabulary: { type: "string", multiple: true },
      who: { type: "string" },
      why: { type: "string" },
      key: { type: "string", multiple: true, default: [] },
    },
    allowPositionals: true,
  });
  const [command, ...more] = positionals;
  const given = values.vocabulary;
  // Files after the first one follow without the flag: --vocabulary A B.
  if (command !== "build" || !values.from || !values.out || (more.length > 0 && !given))
    throw new Error(usage);
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`--seed is a whole number. ${usage}`);
  return {
    from: values.from,
    out: values.out,
    mind2web: values.mind2web,
    reports: values.reports ?? null,
    seed,
    who: values.who,
    why: values.why,
    keys: values.key,
    vocabularies: given
      ? [...given, ...more]
      : globSync("examples/*/vocabulary.json", { cwd: root }).map((file) => join(root, file)),
  };
}
