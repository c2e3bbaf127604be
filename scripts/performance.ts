// `node scripts/performance.ts` makes docs/performance.md, the figures in the README, and those that About shows, from
// bench/results/*.json.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withAttacks } from "./performance/attacks.ts";
import { measuredFile, readReid } from "./performance/measured.ts";
import { performancePage, readResults, withFigures } from "./performance/page.ts";

const root = join(import.meta.dirname, "..");
const results = readResults(root);
writeFileSync(join(root, "docs/performance.md"), performancePage(results));
const readme = join(root, "README.md");
const reid = readReid(root);
writeFileSync(readme, withAttacks(withFigures(readFileSync(readme, "utf8"), results), reid));
writeFileSync(join(root, "lib/ui/measured.json"), measuredFile(results, reid));
