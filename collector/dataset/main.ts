// Wiring only: npm run dataset -- build --from FILE.sqlite --out DIR
import { openSqliteStore } from "../sqlite-store.ts";
import { readArguments } from "./arguments.ts";
import { build } from "./build.ts";
import { tell } from "./tally.ts";
import { readReports } from "./timing/read-reports.ts";
import { readVocabularies } from "./vocabularies.ts";

try {
  const { from, out, vocabularies, mind2web, reports, seed } = readArguments(process.argv.slice(2));
  const inputs = readVocabularies(vocabularies);
  const timing = reports === null ? undefined : { ...readReports(reports), seed };
  const store = openSqliteStore({ file: from, readOnly: true });
  try {
    const { tally, written } = build({ store, vocabularies: inputs, out, mind2web, timing });
    console.log(`${tell(tally)}\nwritten: ${written.join(", ")} in ${out}`);
  } finally {
    store.close();
  }
} catch (cause) {
  console.error(
    `No dataset was built: ${(cause as Error).message}\nAn earlier one is as it was. Check the arguments.`,
  );
  process.exit(1);
}
