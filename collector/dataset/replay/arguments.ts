// The command line of `npm run dataset -- replay`.
import { globSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { idSchema } from "../../../schemas/id.ts";

export const usage = `Usage: npm run dataset -- replay --from FILE.sqlite --at ADDRESS [--id ID ...] [--out FILE.json]
  [--vocabulary FILE ...] [--show] [--who NAME --why REASON --key DATASET-KEY]

Drives collected trajectories, and nothing else, through the live tool at the address, in a browser of its own, and
says of each step whether its element was found, by which selector, and in what state the tool was at the end.

  --id      which trajectories, in this order, one after the other in one page; all that there are without it
  --out     writes what it says as JSON too
  --show    shows the browser
A trajectory begins in the state in which the tool is at its address. Typed text, chosen dates and the place of a drop
never left: they are drawn, and each step says so. Ends with 1 where a step could not be driven.`;

export interface ReplayArguments {
  from: string;
  at: string;
  ids: string[];
  out: string | undefined;
  vocabularies: string[];
  show: boolean;
  who: string | undefined;
  why: string | undefined;
  keys: string[];
}

const isId = (one: string | undefined): boolean => idSchema.safeParse(one).success;
/** One id of 64 begins with a dash, and would be taken for an option. */
const withIds = (args: readonly string[]): string[] =>
  args.flatMap((arg, at) => {
    if (arg === "--id" && isId(args[at + 1])) return `--id=${args[at + 1]}`;
    return args[at - 1] === "--id" && isId(arg) ? [] : arg;
  });

const root = join(import.meta.dirname, "..", "..", "..");

/** Null where help was asked for. Reads what follows the word `replay`; throws with the usage when it is not understood. */
export function readReplayArguments(args: string[]): ReplayArguments | null {
  const several = { type: "string", multiple: true } as const;
  const { values } = parseArgs({
    args: withIds(args),
    options: {
      from: { type: "string" },
      at: { type: "string" },
      id: { ...several, default: [] },
      out: { type: "string" },
      vocabulary: several,
      show: { type: "boolean", default: false },
      who: { type: "string" },
      why: { type: "string" },
      key: { ...several, default: [] },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return null;
  const { from, at, id: ids, out, show, who, why, key: keys } = values;
  if (!from || !at || !URL.canParse(at) || !/^https?:/.test(at)) throw new Error(usage);
  const vocabularies =
    values.vocabulary ??
    globSync("examples/*/vocabulary.json", { cwd: root }).map((file) => join(root, file));
  return { from, at, ids, out, show, who, why, keys, vocabularies };
}
