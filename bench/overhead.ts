// `npm run bench -- overhead`: what recording costs a page, beside empty listeners and beside other recorders.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { boundsOf } from "./overhead/bounds.ts";
import { figuresOf, type Round } from "./overhead/figures.ts";
import type { Counts } from "./overhead/inputs.ts";
import { readMachine } from "./overhead/machine.ts";
import { measure, type Sample } from "./overhead/measure.ts";
import { servePage } from "./overhead/serve-page.ts";
import { startSink } from "./overhead/sink.ts";
import { spreadOf } from "./overhead/statistics.ts";
import { buildSubjects, peers, subjectNames } from "./overhead/subjects.ts";
import { printBounds, printFigures } from "./overhead/table.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((one) => one !== "overhead"),
  options: {
    rounds: { type: "string", default: "5" },
    /** Subjects, with commas; the bare page is always measured. */
    only: { type: "string" },
    /** Two rounds of fewer inputs: to see that it works, not to say what anything costs. */
    quick: { type: "boolean", default: false },
    /** Keeps the results in bench/results/overhead.json. */
    write: { type: "boolean", default: false },
  },
});

const whole: Counts = { move: 120, key: 90, click: 60, wheel: 60 };
const few: Counts = { move: 60, key: 40, click: 28, wheel: 30 };
const counts = values.quick ? few : whole;
const rounds = values.quick ? 2 : Number(values.rounds);
const wanted = values.only?.split(",") ?? subjectNames;
for (const name of wanted) if (!subjectNames.includes(name)) throw new Error(`No subject is named ${name}.`);

const began = Date.now();
const machine = readMachine();
const [page, sink] = [await servePage(), await startSink()];
const problems: string[] = [];
const found: Map<string, Sample>[] = [];
const subjects = await buildSubjects(wanted, sink.origin);
try {
  for (let round = 0; round < rounds; round++) {
    const samples = new Map<string, Sample>();
    // Nobody is always first, or always after the same.
    for (let turn = 0; turn < subjects.length; turn++) {
      const subject = subjects[(turn + round) % subjects.length]!;
      const from = Date.now();
      const sample = await measure(subject, { origin: page.origin, sink, counts });
      samples.set(subject.name, sample);
      console.log(`round ${round + 1}, ${subject.name}: ${Math.round((Date.now() - from) / 1000)} s`);
      if (peers.includes(subject.name) && !sample.shipped)
        problems.push(`${subject.name} shipped nothing in round ${round + 1}`);
      for (const [reason, count] of Object.entries(sample.kept?.dropped ?? {}))
        problems.push(`tooltrail dropped ${count} for ${reason} in round ${round + 1}`);
    }
    found.push(samples);
  }
} finally {
  await page.close();
  await sink.close();
}

const figures = figuresOf(found as Round[]);
for (const { name, injected } of subjects) {
  figures[name]!["injected-gzip-kb"] = spreadOf([injected.gzip / 1024]);
  figures[name]!["injected-raw-kb"] = spreadOf([injected.raw / 1024]);
}
printFigures(figures);
const bounds = wanted.includes("tooltrail") ? boundsOf(figures) : [];
printBounds(bounds);
for (const problem of problems) console.log(`FAIL  ${problem}`);
const pass = problems.length === 0 && bounds.every(({ holds }) => holds);
const results = {
  bench: "overhead",
  pass,
  quick: values.quick,
  rounds,
  counts,
  bounds,
  problems,
  figures,
  padded: "not yet",
  versions: {
    chromium: found[0]?.get("bare")?.chromium ?? "",
    node: process.versions.node,
    ...Object.fromEntries(subjects.filter(({ version }) => version).map((one) => [one.name, one.version])),
  },
  machine,
  seconds: Math.round((Date.now() - began) / 1000),
};
if (values.write) {
  const folder = join(import.meta.dirname, "results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "overhead.json"), `${JSON.stringify(results, null, 2)}\n`);
}
console.log(JSON.stringify(results));
process.exitCode = pass ? 0 : 1;
