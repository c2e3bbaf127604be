// Wiring only: npm run dataset -- build --from FILE.sqlite --out DIR, replay, health
import { readDatasetKey } from "../keys/key-files.ts";
import { openCollected } from "../ledger/open-collected.ts";
import { readArguments, usage } from "./arguments.ts";
import { build } from "./build.ts";
import { tell } from "./tally.ts";
import { readCollectedReports, readReports } from "./timing/read-reports.ts";
import { readVocabularies } from "./vocabularies.ts";

async function replays(args: string[]): Promise<void> {
  try {
    // Loaded for this alone: who builds a dataset needs no browser.
    const { runReplay } = await import("./replay/main.ts");
    process.exitCode = await runReplay(args);
  } catch (cause) {
    console.error(`Nothing more was replayed: ${(cause as Error).message}`);
    process.exitCode = 1;
  }
}

async function tellsHealth(args: string[]): Promise<void> {
  try {
    const { runHealth } = await import("./health.ts");
    runHealth(args);
  } catch (cause) {
    console.error(`Nothing was told: ${(cause as Error).message}`);
    process.exitCode = 1;
  }
}

const [command, ...rest] = process.argv.slice(2);
const asksHelp = (arg: string) => arg === "--help" || arg === "-h";
if (command === "help" || (command !== "replay" && process.argv.some(asksHelp))) console.log(usage);
else if (command === "replay") await replays(rest);
else if (command === "health") await tellsHealth(rest);
else buildDataset();

function buildDataset(): void {
  try {
    const { from, out, vocabularies, mind2web, reports, seed, who, why, keys } = readArguments(
      process.argv.slice(2),
    );
    const inputs = readVocabularies(vocabularies);
    const given = reports === null ? null : readReports(reports);
    const collected = openCollected({ file: from, what: "build", who, why, keys: keys.map(readDatasetKey) });
    try {
      const input = given ?? readCollectedReports(collected.scanReports());
      const timing = input ? { ...input, seed } : undefined;
      const { tally, written } = build({ collected, vocabularies: inputs, out, mind2web, timing });
      console.log(`${tell(tally)}\nwritten: ${written.join(", ")} in ${out}`);
    } finally {
      collected.close();
    }
  } catch (cause) {
    console.error(
      `No dataset was built: ${(cause as Error).message}\nAn earlier one is as it was. Check the arguments.`,
    );
    process.exit(1);
  }
}
