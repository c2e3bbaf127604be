// Whether the attack on the manner of working was made on these very rules, whole, and found nothing: only then may a
// company's build ship to services that are not on this machine.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const resultsFile = "bench/results/reid.json";

/** What a bench leaves, as far as it is asked for here. */
const resultsSchema = z.object({
  bench: z.literal("reid"),
  pass: z.boolean(),
  problems: z.array(z.string()),
  bounds: z.array(z.object({ name: z.string(), holds: z.boolean() })).min(1),
  versions: z.object({ format: z.string(), rules: z.string() }),
});

/** Folders and files in which it is decided what leaves, and when. */
const deciding = [
  "lib/anonymize",
  "lib/recorders",
  "lib/shipping/leaves-at.ts",
  "lib/trajectory/settle.ts",
  "schemas/outline.ts",
  "schemas/shipment.ts",
  "schemas/shipped-step.ts",
  "schemas/step-of-kind.ts",
  "schemas/target.ts",
  "schemas/task.ts",
];

/** Of the recorders only what a kind stores and ships; a test decides nothing. */
const decides = (path: string): boolean =>
  path.endsWith(".ts") &&
  !/\.test\.ts$|testing/.test(path) &&
  (!path.startsWith("lib/recorders") || /\/schemas?\.ts$/.test(path));

/** One digest of the rules: another comment is another version of them too. */
export function rulesDigest(root: string): string {
  const all = deciding.flatMap((path) =>
    path.endsWith(".ts")
      ? [path]
      : readdirSync(join(root, path), { recursive: true, encoding: "utf8" }).map(
          (name) => `${path}/${name.replaceAll("\\", "/")}`,
        ),
  );
  const hash = createHash("sha256");
  for (const path of all.filter(decides).sort())
    hash.update(`${path}\n${readFileSync(join(root, path), "utf8").replaceAll("\r\n", "\n")}\n`);
  return hash.digest("hex").slice(0, 32);
}

/** What stands between these rules and another machine; null where nothing does. */
export function notAttacked(results: unknown, now: { format: string; rules: string }): string | null {
  const parsed = resultsSchema.safeParse(results);
  if (!parsed.success) return "the attack was not made yet";
  const { pass, problems, bounds, versions } = parsed.data;
  const failed = bounds.filter(({ holds }) => !holds).map(({ name }) => name);
  if (!pass || failed.length > 0 || problems.length > 0)
    return `the attack found something: ${[...failed, ...problems].join("; ")}`;
  if (versions.format !== now.format) return `the attack was made on ${versions.format}`;
  if (versions.rules !== now.rules) return "the attack was made on other rules than these";
  return null;
}

/** The same of what lies in this source. */
export function notAttackedHere(root: string, format: string): string | null {
  const file = join(root, resultsFile);
  const results: unknown = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
  return notAttacked(results, { format, rules: rulesDigest(root) });
}
