// `npm run bench -- NAME` runs bench/NAME.ts; without a name it lists what there is.
import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const names = readdirSync(folder)
  .filter((file) => /^[a-z0-9-]+\.ts$/.test(file) && file !== "main.ts")
  .map((file) => file.slice(0, -".ts".length));

const name = process.argv[2];
if (name !== undefined && names.includes(name)) {
  await import(`./${name}.ts`);
} else {
  const list = names.length > 0 ? `There are: ${names.join(", ")}.` : "There is none yet.";
  console.error(`${name === undefined ? "Name a benchmark." : `No benchmark is named ${name}.`} ${list}`);
  process.exitCode = 1;
}
