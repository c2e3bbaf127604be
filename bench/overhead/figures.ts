// From the samples of all rounds to one table: medians of the difference to the bare page in the same round.
import { inputKinds } from "./inputs.ts";
import type { Sample } from "./measure.ts";
import { median, quantile, type Spread, spreadOf, sum } from "./statistics.ts";

/** By subject, by figure. */
export type Figures = Record<string, Record<string, Spread | null>>;

export type Round = ReadonlyMap<string, Sample>;

type Read = (sample: Sample, bare: Sample | undefined) => number | undefined;

/** The figure of the subject less that of the bare page. */
const beyond =
  (of: (sample: Sample) => number): Read =>
  (sample, bare) =>
    bare && of(sample) - of(bare);

const slices = ({ acts, load }: Sample): number[] => [
  ...load.slices,
  ...inputKinds.flatMap((kind) => acts[kind].slices),
];

/**
 * Script of an act's stretch without what runs by itself in as long a time, but no less than its listeners took. In
 * microseconds an input.
 */
const scriptPer = (sample: Sample, kind: (typeof inputKinds)[number]): number => {
  const { script, seconds, listeners } = sample.acts[kind];
  const byItself = (sample.still.script / sample.still.seconds) * seconds;
  return Math.max(sum(listeners), script - byItself) / sample.counts[kind];
};

const perInput: [name: string, read: Read][] = inputKinds.flatMap((kind): [string, Read][] => [
  [`listener-${kind}-us`, ({ acts }) => median(acts[kind].listeners)],
  [`listener-${kind}-p99-us`, ({ acts }) => quantile(acts[kind].listeners, 0.99)],
  [`script-${kind}-us`, (sample) => scriptPer(sample, kind)],
  [`idle-${kind}-us`, ({ acts, counts }) => sum(acts[kind].slices) / counts[kind]],
  [`task-${kind}-us`, beyond(({ acts, counts }) => acts[kind].task / counts[kind])],
]);

const reads: [name: string, read: Read][] = [
  ...perInput,
  ["load-script-ms", ({ load }) => load.script / 1000],
  ["load-idle-ms", ({ load }) => sum(load.slices) / 1000],
  ["load-task-ms", beyond(({ load }) => load.task / 1000)],
  [
    "longest-task-ms",
    ({ acts, load }) => Math.max(load.longest, ...inputKinds.map((kind) => acts[kind].longest)) / 1000,
  ],
  ["longest-slice-ms", (sample) => Math.max(0, ...slices(sample)) / 1000],
  ["heap-loaded-kb", beyond(({ heap }) => heap.loaded / 1024)],
  ["heap-growth-kb", beyond(({ heap }) => (heap.worked - heap.loaded) / 1024)],
  ["shipped-raw-bytes", (sample) => perEvent(sample, "raw")],
  ["shipped-gzip-bytes", (sample) => perEvent(sample, "gzip")],
  ["stored-raw-bytes", ({ kept, inputEvents }) => kept && kept.stored.raw / inputEvents],
  ["outline-gzip-kb", ({ kept }) => kept && Math.max(0, ...kept.outlines.map(({ gzip }) => gzip)) / 1024],
  ["outlines", ({ kept }) => kept?.outlines.length],
  ["outlines-per-state", ({ kept }) => kept && kept.handedOver / kept.outlines.length],
  ["paint-click-ms", beyond(({ paints }) => median(paints.click))],
  ["paint-key-ms", beyond(({ paints }) => median(paints.key))],
  ["idle-wake-ups", ({ still }) => still.wakeUps],
  ["idle-script-us", ({ still }) => still.script / still.seconds],
];

function perEvent({ kept, shipped, inputEvents }: Sample, size: "raw" | "gzip"): number | undefined {
  const bytes = kept ? kept.shipped : shipped;
  return bytes && bytes[size] / inputEvents;
}

/** The figures of each subject, over the rounds that have it. */
export function figuresOf(rounds: readonly Round[]): Figures {
  const subjects = [...new Set(rounds.flatMap((round) => [...round.keys()]))];
  return Object.fromEntries(
    subjects.map((subject) => {
      const each = rounds.flatMap((round) => {
        const sample = round.get(subject);
        return sample ? [{ sample, bare: round.get("bare") }] : [];
      });
      const figures = reads.map(([name, read]) => [
        name,
        spreadOf(each.map(({ sample, bare }) => read(sample, bare))),
      ]);
      // A tail is that of all rounds together: one round has too few inputs for it.
      const tails = inputKinds.map((kind) => {
        const all = each.flatMap(({ sample }) => sample.acts[kind].listeners);
        return [`listener-${kind}-p99-us`, { ...spreadOf([quantile(all, 0.99)])!, rounds: each.length }];
      });
      const worst = Math.max(0, ...each.flatMap(({ sample }) => slices(sample))) / 1000;
      const slice = ["longest-slice-ms", { ...spreadOf([worst])!, rounds: each.length }];
      return [subject, Object.fromEntries([...figures, ...tails, slice])];
    }),
  );
}
