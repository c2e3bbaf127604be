// `npm run vocabulary`: builds, compares, checks and measures vocabularies.
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { type Command, readCommand, usage } from "./arguments.ts";
import { check } from "./check.ts";
import { compare, describeDifferences } from "./diff.ts";
import { readVocabulary } from "./written-file.ts";

/** Exit code 1 for a version that must not follow the other. */
function showDifference(old: string, now: string): number {
  const compared = compare(readVocabulary(old), readVocabulary(now));
  console.log(describeDifferences(compared).join("\n"));
  return compared.faults.length > 0 ? 1 : 0;
}

/** Exit code 1 where something looks like data that no reviewer allowed. */
function showFindings(file: string, reviewed: string | undefined): number {
  const list = reviewed ?? file.replace(/\.json$/, ".reviewed.json");
  const read = reviewed !== undefined || existsSync(list);
  const allowed = read ? z.array(z.string()).parse(JSON.parse(readFileSync(list, "utf8"))) : [];
  const findings = check(readVocabulary(file), new Set(allowed));
  for (const { part, index, entry, why } of findings)
    console.log(`${part} ${index}: ${JSON.stringify(entry)}, ${why}`);
  console.log(`${findings.length} entries look like data or are at fault; ${allowed.length} were allowed.`);
  return findings.length > 0 ? 1 : 0;
}

/** The browser and the bundler are loaded only for what needs them. */
async function run(command: Command): Promise<number> {
  switch (command.name) {
    case "diff":
      return showDifference(command.old, command.now);
    case "check":
      return showFindings(command.file, command.reviewed);
    case "coverage":
      await (await import("./measure.ts")).measure(command.file, command.of, command.options);
      return 0;
    case "crawl":
      return (await import("./crawl.ts")).crawl(command.address, command.options);
  }
}

try {
  process.exitCode = await run(readCommand(process.argv.slice(2)));
} catch (error) {
  const usual = error instanceof Error && /^(Name the|--|Unknown option|Option )/.test(error.message);
  console.error(error instanceof Error ? `${error.message}${usual ? `\n${usage}` : ""}` : error);
  process.exitCode = 2;
}
