// The measures of each kind in words: as they are stored here, and as they would leave.
import type { ShippedStep } from "../../schemas/shipped-step.ts";
import type { ShippedKindName, Step, StepOf } from "../../schemas/step.ts";
import { lengthEdges } from "../recorders/typing/schema.ts";

type Words = readonly (string | undefined)[];
type ShippedOf<K extends ShippedKindName> = Extract<ShippedStep, { kind: K }>;

const often = ["", "", "twice", "three times"] as const;
const button = { main: undefined, auxiliary: "middle button", context: "right button" } as const;
const how = {
  full: "loaded",
  soft: "without loading",
  back: "back",
  forward: "forward",
  reload: "loaded again",
  "new-tab": "in a new tab",
} as const;
const means = {
  keys: undefined,
  composition: "input method",
  paste: "paste",
  drop: "drop",
  autofill: "filled in by the browser",
  spelling: "spell check",
  voice: "voice",
  other: "other means",
} as const;
const control = {
  select: "from a list",
  checkbox: "a checkbox",
  radio: "one of several",
  date: "a date or time",
  range: "on a scale",
  colour: "a colour",
  file: "a file",
} as const;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

function typingWords({ keys, corrections, by }: StepOf<"typing">): Words {
  const other = by.map((each) => means[each]);
  if (keys.length === 0) return other;
  const dwell = median(keys.map(([, held]) => held));
  const flight = median(keys.slice(1).map(([, , gap]) => gap));
  const rhythm = keys.length > 1 ? `held ${dwell} ms, gap ${flight} ms (medians)` : undefined;
  return [plural(keys.length, "key"), plural(corrections, "correction"), rhythm, ...other];
}

const fromWords = (from: StepOf<"clipboard">["from"]): string | undefined =>
  from === null ? undefined : from === "outside" ? "from outside" : `from step ${from + 1}`;

const stored: { [K in Step["kind"]]: (step: StepOf<K>) => Words } = {
  click: (step) => [often[step.count], button[step.button]],
  drag: () => [],
  hover: () => [],
  typing: typingWords,
  shortcut: (step) => [step.command === "other" ? "a command without a name here" : step.command],
  choose: (step) => [control[step.control]],
  submit: () => [],
  scroll: ({ direction, by: [x, y] }) => [direction, `${Math.abs(Math.abs(x) > Math.abs(y) ? x : y)} pixels`],
  navigate: (step) => [how[step.how]],
  switch: () => [],
  clipboard: (step) => [step.act, fromWords(step.from)],
  pointer: ({ path }) => [`${plural(path.length, "point")} in ${path.at(-1)?.[2] ?? 0} ms`],
};

/** The bucket that leaves of a field's length: "empty", "10 to 19 characters", "80 characters or more". */
export function bucketWords(bucket: number): string {
  if (bucket === 0) return "empty";
  const from = lengthEdges[bucket - 1] ?? lengthEdges[lengthEdges.length - 1]!;
  const next = lengthEdges[bucket];
  return next === undefined ? `${from} characters or more` : `${from} to ${next - 1} characters`;
}

const shipped: { [K in ShippedKindName]: (step: ShippedOf<K>) => Words } = {
  click: (step) => [often[step.count], button[step.button]],
  drag: (step) => [step.how],
  hover: () => [],
  typing: (step) => [bucketWords(step.length)],
  shortcut: (step) => [step.command],
  choose: (step) => [step.control],
  submit: () => [],
  scroll: (step) => [step.direction],
  navigate: (step) => [step.how],
  switch: (step) => [step.to],
  clipboard: (step) => [step.act, fromWords(step.from)],
};

const joined = (words: Words): string => words.filter(Boolean).join(", ");

/** What is stored besides, for this browser only: "21 keys, 2 corrections, held 84 ms, gap 143 ms (medians)". */
export const storedDetail = (step: Step): string =>
  // The entry's type follows the kind; over the union TypeScript cannot see that.
  joined((stored[step.kind] as (step: Step) => Words)(step));

/** The kind's own measures as they leave: "10 to 19 characters". */
export const shippedDetail = (step: Pick<ShippedStep, "kind">): string =>
  joined((shipped[step.kind] as (step: Pick<ShippedStep, "kind">) => Words)(step));
