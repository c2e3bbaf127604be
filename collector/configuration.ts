// What the services may be told: by a file, by the environment, by the command line; the later wins.
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { z } from "zod";
import { tokensPerWeek } from "../schemas/tokens.ts";

const text = z.string().min(1).max(1000);
const number = (min: number, max: number) =>
  z
    .union([
      z.number(),
      z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
    ])
    .pipe(z.int().min(min).max(max));
const address = z.url({ protocol: /^https?$/ });
const origin = address.transform((one) => one.replace(/\/$/, ""));

/** Only this machine unless the operator says otherwise. */
const host = text.default("127.0.0.1");
/** 0 takes any free port; the ready line says which. */
const port = number(0, 65_535);
/** Seconds that the headers and the whole of a request may take. */
const times = { headerSeconds: number(1, 600).default(10), bodySeconds: number(1, 600).default(30) };

export const schemas = {
  serve: z.strictObject({
    host,
    port: port.default(7461),
    file: text.default(".tooltrail/collector.sqlite"),
    /** Folder of the packages that the internal store page offers. */
    store: text.default(".output"),
    /** Folder of the collector's keys; without it the collector is a demonstration on this machine. */
    keys: text.optional(),
    /** Weeks that a shipment is kept, and that a token is good after its own. */
    weeks: number(1, 520).default(26),
    grace: number(0, 10).default(1),
    /** Requests under way at once, and milliseconds of delay, above which more are sent off. */
    most: number(1, 100_000).default(512),
    late: number(50, 60_000).default(2000),
    /**
     * Threads that open, check and seal anew: as many as there are processors, as the thread with the sockets and the
     * store waits for the disk. 0: that thread does it.
     */
    readers: number(0, 64).default(availableParallelism()),
    ...times,
  }),
  issue: z.strictObject({
    host,
    port: port.default(7471),
    file: text.default(".tooltrail/issuer.sqlite"),
    /** Folder of the issuer's keys. */
    keys: text,
    /** Tokens per person and week. */
    budget: number(1, 10_000).default(tokensPerWeek),
    /** A list of bearers, for the demonstration; or the company's sign-on. */
    bearers: text.optional(),
    signOn: address.optional(),
    audience: text.optional(),
    jwks: address.optional(),
    ...times,
  }),
  relay: z.strictObject({
    host,
    port: port.default(7481),
    gateway: address,
    connections: number(1, 10_000).default(32),
    ...times,
  }),
  keys: z.strictObject({
    out: text,
    weeks: number(1, 520).default(26),
    /** Names in every token's challenge. */
    issuer: z.string().regex(/^[a-z0-9.-]+(:\d{1,5})?$/),
    origin: z.string().regex(/^[a-z0-9.-]+(:\d{1,5})?$/),
  }),
  store: z.strictObject({
    host,
    port: port.default(7491),
    /** Folder of the releases, of company.json and of the stop file. */
    dir: text.default(".tooltrail/store"),
    /** company.json, if it is not in that folder. */
    company: text.optional(),
    /** Path of the store's address that comes before its files. */
    path: z
      .string()
      .regex(/^\/([\w.-]+(\/[\w.-]+)*)?$/)
      .default("/"),
    /** Lays all files down in this folder instead of serving them. */
    write: text.optional(),
    ...times,
  }),
  "store-key": z.strictObject({
    /** File of the store's key; made where there is none. */
    key: text,
  }),
  stop: z.strictObject({
    dir: text.default(".tooltrail/store"),
    /** File of the store's key. */
    key: text,
    stop: z.enum(["yes", "no"]),
  }),
  list: z.strictObject({
    dir: text.default(".tooltrail/store"),
    /** company.json, if it is not in that folder. */
    company: text.optional(),
    /** File of the store's key. */
    key: text,
  }),
  erase: z.strictObject({
    /** A person's file of erase keys. */
    keys: text,
    collector: origin.default("http://127.0.0.1:7461"),
    relay: origin.optional(),
    /** Seconds between two keys, on average: all at once would say that they are one person's. */
    seconds: number(0, 86_400).default(5),
  }),
} as const;

export type Command = keyof typeof schemas;
export type Configuration<C extends Command> = z.infer<(typeof schemas)[C]>;
type Named<C extends Command> = { ok: true; command: C; configuration: Configuration<C> };

export type Configured =
  | Named<"serve">
  | Named<"issue">
  | Named<"relay">
  | Named<"keys">
  | Named<"store">
  | Named<"store-key">
  | Named<"stop">
  | Named<"list">
  | Named<"erase">
  /** `--help`: nothing is to be started. */
  | { ok: true; command: "help"; configuration: { usage: string } }
  /** Lines for the operator: what is wrong and how it is said right. */
  | { ok: false; problems: string };

const kebab = (name: string) => name.replace(/[A-Z]/g, (one) => `-${one.toLowerCase()}`);
const namesOf = (command: Command) => Object.keys(schemas[command].shape);
/** What may be left out stands in brackets, with what is taken instead. */
const optionOf = (command: Command) => (name: string) => {
  const shape: Record<string, z.ZodType> = schemas[command].shape;
  const left = shape[name]!.safeParse(undefined);
  const option = `--${kebab(name)} ${left.data ?? "VALUE"}`;
  return left.success ? `[${option}]` : option;
};
const usageOf = (command: Command) =>
  `npm run collector -- ${[command, ...namesOf(command).map(optionOf(command)), "[--config FILE.json]"].join(" ")}`;
const usageOfAll = (commands: Command[]) => `Usage: ${commands.map(usageOf).join("\n       ")}`;
const usage = usageOfAll(Object.keys(schemas) as Command[]);
const isCommand = (name: string): name is Command => Object.hasOwn(schemas, name);

function readFile(file: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new Error(`The configuration file ${file} is not an object in JSON.`, { cause });
  }
}

/** What was said by the command line and the environment, under the schema's names. */
function said(command: Command, values: Record<string, unknown>, environment: NodeJS.ProcessEnv) {
  const pairs = namesOf(command).map((name) => {
    const variable = `TOOLTRAIL_${kebab(name).toUpperCase().replaceAll("-", "_")}`;
    return [name, values[kebab(name)] ?? environment[variable]];
  });
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

/** Reads arguments (without node and script) and environment. An unknown argument is an error. */
export function readConfiguration(args: string[], environment: NodeJS.ProcessEnv): Configured {
  try {
    const command = args[0]?.startsWith("-") === false ? args[0] : "serve";
    if (["help", "--help", "-h"].includes(args[0]!))
      return { ok: true, command: "help", configuration: { usage } };
    if (!isCommand(command)) return { ok: false, problems: `There is no command ${command}.\n${usage}` };
    const names = [...namesOf(command).map(kebab), "config"];
    const options = Object.fromEntries(names.map((name) => [name, { type: "string" } as const]));
    const { help, ...values }: Record<string, unknown> = parseArgs({
      args: args[0] === command ? args.slice(1) : args,
      options: { ...options, help: { type: "boolean", short: "h" } },
    }).values;
    if (help) return { ok: true, command: "help", configuration: { usage: usageOfAll([command]) } };
    const file = values.config ?? environment.TOOLTRAIL_CONFIG;
    const all = { ...(file ? readFile(String(file)) : {}), ...said(command, values, environment) };
    const parsed = schemas[command].safeParse(all);
    if (!parsed.success) return { ok: false, problems: `${z.prettifyError(parsed.error)}\n${usage}` };
    return { ok: true, command, configuration: parsed.data } as Configured;
  } catch (cause) {
    return { ok: false, problems: `${(cause as Error).message}\n${usage}` };
  }
}
