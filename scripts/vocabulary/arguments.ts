// What was asked for on the command line.
import { parseArgs } from "node:util";

export const usage = `npm run vocabulary -- URL [options]        crawls an application and writes its vocabulary
  --out FILE          where to write (default vocabulary.json); an older version there keeps its id and tasks
  --title TEXT        the tool's name (default: its address)
  --tool ID           the vocabulary's id (default: that of FILE, else a random one)
  --language CODE     interface language to crawl (default en)
  --messages FILE...  the tool's own message files (JSON, PO, .properties, .multids) or folders of them; de=FILE says a language
  --tasks FILE        the task catalogue, by words: [{"sentence": "...", "done": [{"term": "Done"}]}]
  --names FILE        what elements without a name are called, by attribute: {"id=zoom-in": "Zoom in"}
  --keep              what FILE holds already stays in it, whether this crawl sees it or not
  --without TEXT      leave out what contains this: the test account's own data; may be repeated
  --cookies FILE      sign in with Playwright's storage state, or with a list of cookies
  --login SCRIPT      sign in by a module whose default export gets the page
  --other URL         the same application over other data: only what both show counts
  --other-cookies FILE, --other-login SCRIPT   the same, for the other one; without --other it is another account
  --submit            forms, and requests that change something, may be sent (never without it)
  --least N           states in which a string must be seen (default 2, with --other 1)
  --depth N           presses in a row (default 3)
  --pages N           states to visit (default 200)
  --seconds N         time to take (default 600)
npm run vocabulary -- --messages FILE...     only the message files
npm run vocabulary -- --diff OLD NEW         what was added, removed and changed
npm run vocabulary -- --check FILE [--reviewed LIST]   names entries that look like data; LIST is a JSON list of
                      entries that a reviewer allowed (default: FILE with .reviewed.json, where there is one)
npm run vocabulary -- --coverage FILE URL|STEPS.jsonl  how many targets have no name, by a crawl with the recorder's
                      own code, or of recorded trajectories`;

const options = {
  out: { type: "string", default: "vocabulary.json" },
  title: { type: "string" },
  tool: { type: "string" },
  language: { type: "string", default: "en" },
  messages: { type: "string", multiple: true, default: [] as string[] },
  tasks: { type: "string" },
  names: { type: "string" },
  without: { type: "string", multiple: true, default: [] as string[] },
  cookies: { type: "string" },
  login: { type: "string" },
  other: { type: "string" },
  "other-cookies": { type: "string" },
  "other-login": { type: "string" },
  keep: { type: "boolean", default: false },
  submit: { type: "boolean", default: false },
  least: { type: "string" },
  depth: { type: "string", default: "3" },
  pages: { type: "string", default: "200" },
  seconds: { type: "string", default: "600" },
  diff: { type: "string", multiple: true, default: [] as string[] },
  check: { type: "string" },
  reviewed: { type: "string" },
  coverage: { type: "string" },
} as const;

/** `--messages a b` is `--messages a --messages b`: these options take what follows, up to the next option. */
function spread(args: readonly string[]): string[] {
  let taking: string | undefined;
  return args.flatMap((arg) => {
    if (arg.startsWith("--")) {
      taking = /^--(messages|diff)$/.exec(arg)?.[0];
      return taking ? [] : [arg];
    }
    const isAddress = /^https?:/.test(arg);
    return taking && !isAddress ? [taking, arg] : [arg];
  });
}

export type Options = ReturnType<typeof parse>["values"];
export type Command =
  | { name: "crawl"; address: string | undefined; options: Options }
  | { name: "diff"; old: string; now: string }
  | { name: "check"; file: string; reviewed: string | undefined }
  | { name: "coverage"; file: string; of: string; options: Options };

const parse = (args: string[]) => parseArgs({ args, allowPositionals: true, options });

/** Throws an error for a person to read where the arguments ask for nothing that there is. */
export function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(spread(args));
  const [first] = positionals;
  if (values.diff.length > 0) {
    const [old, now, more] = values.diff;
    if (old === undefined || now === undefined || more !== undefined)
      throw new Error("--diff takes two files.");
    return { name: "diff", old, now };
  }
  if (values.check !== undefined) return { name: "check", file: values.check, reviewed: values.reviewed };
  if (values.coverage !== undefined) {
    if (first === undefined) throw new Error("--coverage needs an address or a file of steps.");
    return { name: "coverage", file: values.coverage, of: first, options: values };
  }
  for (const name of ["depth", "pages", "seconds"] as const)
    if (!(Number(values[name]) >= 0)) throw new Error(`--${name} takes a number.`);
  const address = first !== undefined && URL.canParse(first) ? first : undefined;
  if (address === undefined && (first !== undefined || values.messages.length === 0))
    throw new Error("Name the address of the application.");
  return { name: "crawl", address, options: values };
}
