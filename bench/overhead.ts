// `npm run bench -- overhead`: what recording costs a page, beside empty listeners and beside other recorders.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { boundsOf } from "./overhead/bounds.ts";
import { allClosed } from "./overhead/browser.ts";
import { figuresOf, type Round } from "./overhead/figures.ts";
import type { Counts } from "./overhead/inputs.ts";
import { readMachine } from "./overhead/machine.ts";
import { measure, type Sample } from "./overhead/measure.ts";
import { printProfile } from "./overhead/profile.ts";
import { servePage } from "./overhead/serve-page.ts";
import { type Shipped, startSink } from "./overhead/sink.ts";
import { spreadOf } from "./overhead/statistics.ts";
import { buildSubjects, type Subject, subjectNames } from "./overhead/subjects.ts";
import { printBounds, printFigures } from "./overhead/table.ts";
import { cpuOfAnHour, type Hour, tabCount } from "./overhead/tabs.ts";
import { within } from "./within.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((one) => one !== "overhead"),
  options: {
    rounds: { type: "string", default: "5" },
    /** Rounds with twenty tabs, before the others. */
    tabs: { type: "string", default: "2" },
    /** Subjects, with commas; the bare page is always measured. */
    only: { type: "string" },
    /** Two rounds of fewer inputs: to see that it works, not to say what anything costs. */
    quick: { type: "boolean", default: false },
    /** Prints instead which functions of Tooltrail cost what. */
    profile: { type: "boolean", default: false },
    /** Keeps the results in bench/results/overhead.json. */
    write: { type: "boolean", default: false },
  },
});

// Of five rounds together there are enough for a tail: three hundred clicks.
const whole: Counts = { move: 120, key: 60, click: 60, wheel: 60 };
const few: Counts = { move: 60, key: 40, click: 28, wheel: 30 };
const counts = values.quick ? few : whole;
const rounds = values.quick ? 2 : Number(values.rounds);
const tabRounds = values.quick ? 0 : Number(values.tabs);
const wanted = values.only?.split(",") ?? subjectNames;
for (const name of wanted) if (!subjectNames.includes(name)) throw new Error(`No subject is named ${name}.`);

/** Seconds of one subject in one round at most: the slowest takes less than a minute. */
const longest = 300;

const began = Date.now();
const machine = readMachine();
const [page, sink] = [await servePage(), await startSink()];
if (values.profile) {
  const built = await buildSubjects(["tooltrail"], sink.origin, true);
  await printProfile(built.find(({ name }) => name === "tooltrail")!, page.origin, counts);
  process.exit();
}
const problems: string[] = [];
const found: Map<string, Sample>[] = [];
const hours: Map<string, Hour>[] = [];
const byLoad = new Map<string, Shipped>();
const subjects = await buildSubjects(wanted, sink.origin);

/** Each subject once. Nobody is always first, or always after the same. */
async function turns<T>(round: number, of: (subject: Subject) => Promise<T>): Promise<Map<string, T>> {
  const results = new Map<string, T>();
  for (let turn = 0; turn < subjects.length; turn++) {
    const subject = subjects[(turn + round) % subjects.length]!;
    const from = Date.now();
    results.set(subject.name, await within(subject.name, longest, of(subject)));
    console.log(`round ${round + 1}, ${subject.name}: ${Math.round((Date.now() - from) / 1000)} s`);
  }
  return results;
}

try {
  if (tabRounds > 0) console.log(`An hour with ${tabCount} tabs:`);
  for (let round = 0; round < tabRounds; round++)
    hours.push(await turns(round, (subject) => cpuOfAnHour(subject, page.origin)));
  for (let round = 0; round < rounds; round++)
    found.push(
      await turns(round, (subject) => measure(subject, { origin: page.origin, sink, counts, byLoad })),
    );
} finally {
  await allClosed();
  await page.close();
  await sink.close();
}
found.forEach((samples, round) => {
  for (const [name, { shipped, kept }] of samples) {
    if (shipped && shipped.raw <= 0)
      problems.push(`${name} shipped nothing of the acts of round ${round + 1}`);
    for (const [reason, count] of Object.entries(kept?.dropped ?? {}))
      problems.push(`${name} dropped ${count} for ${reason} in round ${round + 1}`);
  }
});

const figures = figuresOf(found as Round[]);
for (const { name, injected } of subjects) {
  figures[name]!["injected-gzip-kb"] = spreadOf([injected.gzip / 1024]);
  const beyondBare = (of: (hour: Hour) => number) =>
    spreadOf(hours.map((round) => of(round.get(name)!) - of(round.get("bare")!)));
  figures[name]!["hour-of-20-tabs-cpu-s"] = beyondBare(({ cpu }) => cpu);
  figures[name]!["browser-cpu-us"] = beyondBare(({ perInput }) => perInput * 1e6);
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
  tabRounds,
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
// The line has the medians; the file has the spread as well.
const medians = Object.fromEntries(
  Object.entries(figures).map(([name, each]) => [
    name,
    Object.fromEntries(Object.entries(each).flatMap(([key, one]) => (one ? [[key, one.median]] : []))),
  ]),
);
console.log(JSON.stringify({ ...results, figures: medians }));
process.exitCode = pass ? 0 : 1;
