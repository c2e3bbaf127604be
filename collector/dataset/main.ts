// Wiring only: npm run dataset -- build --from FILE.sqlite --out DIR
import { openSqliteStore } from "../sqlite-store.ts";
import { readArguments } from "./arguments.ts";
import { build } from "./build.ts";
import { tell } from "./tally.ts";
import { readVocabularies } from "./vocabularies.ts";

try {
  const { from, out, vocabularies } = readArguments(process.argv.slice(2));
  const inputs = readVocabularies(vocabularies);
  const store = openSqliteStore({ file: from, readOnly: true });
  try {
    const tally = build({ store, vocabularies: inputs, out });
    console.log(`${tell(tally)}\nwritten: trajectories.jsonl and data-card.json in ${out}`);
  } finally {
    store.close();
  }
} catch (cause) {
  console.error(
    `No dataset was built: ${(cause as Error).message}\nAn earlier one is as it was. Check the arguments.`,
  );
  process.exit(1);
}
