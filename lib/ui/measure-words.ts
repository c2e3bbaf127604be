// The measures of each kind in words: as they are stored here, and as they would leave.
import type { ShippedStep } from "../../schemas/shipped-step.ts";
import type { ShippedKindName, Step, StepOf } from "../../schemas/step.ts";
import { counted, keyed, language, t } from "../platform/words.ts";
import { lengthEdges } from "../recorders/typing/schema.ts";

type Words = readonly (string | undefined)[];
type ShippedOf<K extends ShippedKindName> = Extract<ShippedStep, { kind: K }>;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const clickWords = ({ count, button }: Pick<StepOf<"click">, "count" | "button">): Words => [
  count === 2 ? t("measure.twice") : count === 3 ? t("measure.thrice") : undefined,
  button === "main" ? undefined : t(`measure.${button}`),
];

function typingWords({ keys, corrections, by }: StepOf<"typing">): Words {
  const other = by.map((each) => (each === "keys" ? undefined : t(`means.${each}`)));
  if (keys.length === 0) return other;
  const dwell = median(keys.map(([, held]) => held));
  const flight = median(keys.slice(1).map(([, , gap]) => gap));
  const rhythm = keys.length > 1 ? t("measure.rhythm", dwell, flight) : undefined;
  return [
    counted("measure.keys", keys.length),
    counted("measure.corrections", corrections),
    rhythm,
    ...other,
  ];
}

const clipWords = ({ act, from }: Pick<StepOf<"clipboard">, "act" | "from">): Words => [
  t(`clip.${act}`),
  from === null ? undefined : from === "outside" ? t("measure.outside") : t("measure.fromStep", from + 1),
];

const stored: { [K in Step["kind"]]: (step: StepOf<K>) => Words } = {
  click: clickWords,
  drag: () => [],
  hover: () => [],
  typing: typingWords,
  shortcut: (step) => [t(`command.${keyed(step.command)}`)],
  choose: (step) => [t(`control.${step.control}`)],
  submit: () => [],
  scroll: ({ direction, by: [x, y] }) => [
    t(`direction.${direction}`),
    counted("measure.pixels", Math.abs(Math.abs(x) > Math.abs(y) ? x : y)),
  ],
  navigate: (step) => [t(`way.${keyed(step.how)}`)],
  switch: () => [],
  clipboard: clipWords,
  pointer: ({ path }) => [counted("measure.points", path.length, path.at(-1)?.[2] ?? 0)],
};

/** What leaves of a field's length: "empty", "10 to 19 characters", "80 characters or more", "filled" of a long text. */
export function bucketWords(bucket: number | null): string {
  if (bucket === null) return t("measure.filled");
  if (bucket === 0) return t("measure.empty");
  const from = lengthEdges[bucket - 1] ?? lengthEdges[lengthEdges.length - 1]!;
  const next = lengthEdges[bucket];
  return next === undefined ? t("measure.orMore", from) : t("measure.fromTo", from, next - 1);
}

const shipped: { [K in ShippedKindName]: (step: ShippedOf<K>) => Words } = {
  click: clickWords,
  drag: (step) => [t(`dragged.${step.how}`)],
  typing: (step) => [bucketWords(step.length)],
  shortcut: (step) => [t(`command.${keyed(step.command)}`)],
  choose: (step) => [t(`control.${step.control}`)],
  submit: () => [],
};

/** Words side by side, as the language separates them; those that say nothing are left out. */
export const joined = (words: Words): string => words.filter(Boolean).join(t("separator"));

/** What is stored besides, for this browser only: "21 keys, 2 corrections, held 84 ms, gap 143 ms (medians)". */
export const storedDetail = (step: Step): string =>
  // The entry's type follows the kind; over the union TypeScript cannot see that.
  joined((stored[step.kind] as (step: Step) => Words)(step));

/** The kind's own measures as they leave: "10 to 19 characters". */
export const shippedDetail = (step: Pick<ShippedStep, "kind">): string =>
  joined((shipped[step.kind] as (step: Pick<ShippedStep, "kind">) => Words)(step));

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** "812 byte", "4 kB", "1.9 MB", as the language writes it. */
export function sizeWords(bytes: number): string {
  const power = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  const maximumFractionDigits = power > 0 && value < 10 ? 1 : 0;
  const format = { style: "unit", unit: units[power]!, unitDisplay: "short", maximumFractionDigits } as const;
  return new Intl.NumberFormat(language(), format).format(value);
}
