// `npm run bench -- reid`: can what leaves be traced to the person? Recordings of real people go through the real
// recorders and the real anonymizer, a simulated company through the anonymizer, and both are attacked.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { shipmentSchema } from "../schemas/shipment.ts";
import { rulesDigest } from "../scripts/build/attacked.ts";
import { byField, byHabit } from "./reid/ablation.ts";
import { type Attacked, attack, prepare, type Sample } from "./reid/attack/attack.ts";
import { verificationError } from "./reid/attack/manhattan.ts";
import { noWorse, strong, untraceable } from "./reid/bounds.ts";
import { findFolder, readText, readTyping, typingFile } from "./reid/data.ts";
import { emit, mouseSet, populationSet, type RecordSet, typingSet } from "./reid/sets.ts";
import { figuresOf, printAttacked, printHead } from "./reid/table.ts";
import { useful } from "./reid/use.ts";
import { type Bound, finish, readMachine } from "./store/report.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((one) => one !== "reid"),
  options: {
    /** Fewer people and repetitions, for work in progress. */
    quick: { type: "boolean", default: false },
    /** Of cmu, balabit, a, b. */
    sets: { type: "string", default: "cmu,balabit,a,b" },
    /** Writes what ships as JSONL for the referee: one file a set, its name before the ending. */
    emit: { type: "string" },
    /** Which field and which habit of population A leaks how much. */
    ablate: { type: "boolean", default: false },
    /** Another company of simulated people than the one whose figures are kept. */
    seed: { type: "string", default: "1" },
    write: { type: "boolean", default: false },
  },
});

const began = Date.now();
const machine = readMachine();
/** On which rules: a build asks whether they are its own. */
const versions = {
  format: shipmentSchema.shape.format.value,
  rules: rulesDigest(join(import.meta.dirname, "..")),
};
const bounds: Bound[] = [];
const figures: Record<string, number> = {};
const asked = new Set(values.sets.split(","));
const seed = Number(values.seed);
const size = values.quick ? { people: 30, each: 100, nth: 4 } : { people: 100, each: 100, nth: 1 };

function attacked(name: string, samples: readonly Sample[]): Attacked {
  const found = attack(prepare(samples));
  printAttacked(name, found, 5);
  Object.assign(figures, figuresOf(name.replaceAll(" ", "-"), found));
  return found;
}

/** What the referee may have, on request. */
function writeDown(name: string, samples: readonly Sample[]): void {
  if (values.emit) emit(values.emit.replace(/(\.[^.]*)?$/, `-${name.replaceAll(" ", "-")}$1`), samples);
}

/** Both sides of one set, the one that leaves written down. */
function both(name: string, set: RecordSet): { raw: Attacked; shipped: Attacked } {
  writeDown(name, set.shipped);
  return {
    raw: attacked(`${name} raw`, set.raw),
    shipped: attacked(`${name} shipped`, set.shipped),
  };
}

const folder = findFolder();
const people = Map.groupBy(readTyping(readText(folder, typingFile)), ({ person }) => person);
const published = verificationError(
  new Map([...people].map(([name, rows]) => [name, rows.map(({ row }) => row)])),
);
bounds.push({
  name: "EER of Killourhy and Maxion's detector (0.096)",
  figure: published,
  least: 0.093,
  most: 0.099,
  holds: Math.abs(published - 0.096) <= 0.003,
});
console.log(`Manhattan-scaled detector on the recordings themselves: EER ${published.toFixed(4)}\n`);
printHead();
if (asked.has("cmu")) {
  const { raw, shipped } = both("cmu", await typingSet(folder, size.nth));
  bounds.push(strong("cmu", raw, { linked: 1, least: 0.75 }), ...untraceable("cmu", shipped));
}
if (asked.has("balabit")) {
  const { raw, shipped } = both("balabit", await mouseSet(folder));
  bounds.push(strong("balabit", raw, { linked: 1, least: 0.4 }), ...untraceable("balabit", shipped));
}
if (asked.has("a")) {
  const set = populationSet({ ...size, mix: "alike", seed });
  const { raw, shipped } = both("population A", set);
  bounds.push(
    strong("population A", raw, { linked: 20, least: 0.5 }),
    ...untraceable("population A", shipped),
    ...useful(set.use!),
  );
  Object.assign(figures, set.use);
  if (values.ablate) {
    byField(prepare(set.shipped));
    byHabit(Math.min(size.people, 40), size.each);
  }
}
if (asked.has("b")) {
  const set = populationSet({ ...size, mix: "own", seed: seed + 1 });
  writeDown("population B", set.shipped);
  writeDown("population B labels", set.labels!);
  const labels = attacked("population B labels", set.labels!);
  bounds.push(...noWorse(attacked("population B shipped", set.shipped), labels));
}
const problems =
  values.quick || asked.size < 4 || seed !== 1 ? ["This was not the whole bench: it does not count."] : [];
finish({
  bench: "reid",
  figures,
  spread: {},
  bounds,
  problems,
  versions,
  machine,
  began,
  write: values.write,
});
