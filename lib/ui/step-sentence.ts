// A step in plain words: as it is stored here, and as it would leave.

import { isShippedKind, kinds, type ShippedStep, type Step } from "../../schemas/step.ts";
import { lengthEdges } from "../recorders/typing/schema.ts";
import type { PublishedNames } from "./published-names.ts";
import { roleWord } from "./role-words.ts";

type Target = Step["target"] | ShippedStep["target"];

/** The object of a sentence: "the button Deploy", "an element without a public name (button)". */
function targetWords(target: NonNullable<Target>, names: PublishedNames): string {
  const word = roleWord(target.role);
  const name = names.term(target.name);
  if (name !== undefined) return `the ${word ?? "element"} ${name}`;
  return `an element without a public name${word === undefined ? "" : ` (${word})`}`;
}

const pageWords = (route: string | undefined): string =>
  route === undefined ? "a page without a public address" : `the page ${route}`;

/** "Clicked the button Deploy in Node-RED" */
export function stepSentence(step: Step, names: PublishedNames): string {
  const object = step.target ? targetWords(step.target, names) : pageWords(names.route(step.route));
  return `${kinds[step.kind].about.verb} ${object} in ${names.tool}`;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const button = { main: undefined, auxiliary: "middle button", context: "right button" } as const;
const often = ["", "", "twice", "three times"] as const;
const how = {
  full: "loaded",
  soft: "without loading",
  back: "back",
  forward: "forward",
  reload: "loaded again",
  "new-tab": "in a new tab",
} as const;

/** The kind's own measures, in words. A kind that is not worded here shows its measures by their names. */
function measureWords(step: Step): (string | undefined)[] {
  if (step.kind === "click") return [often[step.count], button[step.button]];
  if (step.kind === "navigate") return [how[step.how]];
  if (step.kind === "typing") {
    const dwell = median(step.keys.map(([, held]) => held));
    const flight = median(step.keys.slice(1).map(([, , gap]) => gap));
    const rhythm = step.keys.length > 1 ? `held ${dwell} ms, gap ${flight} ms (medians)` : undefined;
    return [plural(step.keys.length, "key"), plural(step.corrections, "correction"), rhythm];
  }
  return otherMeasures(step, kinds[(step as Step).kind].stored);
}

function otherMeasures(step: object, shape: object): string[] {
  const has = step as Record<string, unknown>;
  return Object.keys(shape).map((name) => `${name} ${JSON.stringify(has[name])}`);
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

/** What is stored besides, for this browser only: "21 keys, 2 corrections, held 84 ms, gap 143 ms (medians)". */
export const storedDetail = (step: Step): string => measureWords(step).filter(Boolean).join(", ");

/** The bucket that leaves of a field's length: "empty", "10 to 19 characters", "80 characters or more". */
export function bucketWords(bucket: number): string {
  if (bucket === 0) return "empty";
  const from = lengthEdges[bucket - 1] ?? lengthEdges[lengthEdges.length - 1]!;
  const next = lengthEdges[bucket];
  return next === undefined ? `${from} characters or more` : `${from} to ${next - 1} characters`;
}

type Shipped = Pick<ShippedStep, "kind" | "route" | "effect"> & { target?: Target };

/** "typing, textbox “Name”, 10 to 19 characters": what leaves, named by the fields that hold it. */
export function shippedSentence(step: Shipped, names: PublishedNames): string {
  const route = names.route(step.route);
  const name = step.target ? names.term(step.target.name) : undefined;
  const target = step.target && (name === undefined ? step.target.role : `${step.target.role} “${name}”`);
  const page = route === undefined ? undefined : `page “${route}”`;
  const effect = step.effect === "nothing" ? undefined : step.effect;
  return [step.kind, target, ...shippedMeasures(step), page, effect].filter(Boolean).join(", ");
}

function shippedMeasures(step: Shipped): (string | undefined)[] {
  const full = step as ShippedStep;
  if (full.kind === "click") return [often[full.count], button[full.button]];
  if (full.kind === "navigate") return [full.how];
  if (full.kind === "typing") return [bucketWords(full.length)];
  return otherMeasures(step, kinds[(step as ShippedStep).kind].shipped);
}

/** What a stored step would leave behind if its trajectory were closed now; null for a kind that stays here. */
export function wouldLeave(step: Step): Shipped | null {
  const { kind, route, effect } = step;
  if (!isShippedKind(kind)) return null;
  // The kind's own rule on the kind's own measures; the list of kinds loses that tie in its type.
  const ship = kinds[kind].ship as (measures: Step) => object;
  return { kind, route, effect, ...(step.target ? { target: step.target } : {}), ...ship(step) };
}
