// What the collector may be told, by command line or environment; the command line wins.
import { parseArgs } from "node:util";
import { z } from "zod";

export const configurationSchema = z.strictObject({
  /** Only this machine unless the operator says otherwise. */
  host: z.string().min(1).max(255).default("127.0.0.1"),
  /** 0 takes any free port; the ready line says which. */
  port: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().max(65_535))
    .default(7461),
  file: z.string().min(1).default(".tooltrail/collector.sqlite"),
  /** Folder of the packages that the internal store page offers. */
  store: z.string().min(1).default(".output"),
});
export type Configuration = z.infer<typeof configurationSchema>;

export type Configured =
  | { ok: true; configuration: Configuration }
  /** Lines for the operator: what is wrong and how it is said right. */
  | { ok: false; problems: string };

const usage =
  "Usage: node collector/main.ts [serve] [--host ADDRESS] [--port PORT] [--file PATH] [--store DIR]";

const option = { type: "string" } as const;
const options = { host: option, port: option, file: option, store: option };

/** Reads arguments (without node and script) and environment. An unknown argument is an error. */
export function readConfiguration(args: string[], environment: NodeJS.ProcessEnv): Configured {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.length > 1 || (positionals[0] ?? "serve") !== "serve") {
      return { ok: false, problems: `The collector knows only the command serve.\n${usage}` };
    }
    const parsed = configurationSchema.safeParse({
      host: environment.TOOLTRAIL_HOST,
      port: environment.TOOLTRAIL_PORT,
      file: environment.TOOLTRAIL_FILE,
      store: environment.TOOLTRAIL_STORE,
      ...values,
    });
    if (parsed.success) return { ok: true, configuration: parsed.data };
    return { ok: false, problems: `${z.prettifyError(parsed.error)}\n${usage}` };
  } catch (cause) {
    return { ok: false, problems: `${(cause as Error).message}\n${usage}` };
  }
}
