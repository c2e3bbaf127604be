// What a replay says of each step and of its end.
import type { ShippedStep } from "../../../schemas/shipped-step.ts";
import type { Way } from "./page-find.ts";

/** An element as it was found. */
export interface FoundAt {
  /** The ways that led to it, the strongest first. */
  by: Way[];
  /** How much of what is known of it agrees, 0 to 1. */
  agrees: number;
  /** How many elements of the page agree as much: with more than one it was drawn. */
  alike: number;
  /** By tags and positions, in the frame of this number. */
  place: string;
  frame: number;
}

export interface StepOutcome {
  /** From 1, over all trajectories that were given. */
  n: number;
  /** The shipment's id. */
  trajectory: string;
  kind: ShippedStep["kind"];
  outcome: "driven" | "not-found" | "not-reached" | "not-replayed";
  /** The target's role, and its published name if it has one. */
  target?: string;
  found?: FoundAt;
  onto?: FoundAt;
  /** Why it was not driven, or what was drawn to drive it. */
  note?: string;
}

export interface EndState {
  /** The published template of the address, null for an address that none fits. */
  route: string | null;
  /** Of the last step that says where it was. */
  lastRoute: string | null;
  /** Whether a dialog of the browser stood open at some time, and was accepted. */
  dialogs: number;
  pages: number;
}

export interface ReplayReport {
  format: "tooltrail-replay/1";
  steps: StepOutcome[];
  end: EndState;
}

/** A step that cannot be driven, with the reason. */
export class NotReplayed extends Error {}
/** An element that was found and that nothing can be pressed on. */
export class NotReached extends Error {}
/** An element that was not found. */
export class NotFound extends Error {}

const percent = (part: number) => `${Math.round(100 * part)}%`;

function tellFound(found: FoundAt): string {
  const drawn = found.alike > 1 ? `, one of ${found.alike} alike` : "";
  return `found by ${found.by.join(", ")} (${percent(found.agrees)} agrees${drawn})`;
}

/** One line a step. */
export function tellStep({ n, kind, outcome, target, found, onto, note }: StepOutcome): string {
  const parts = [
    `${n}. ${kind}${target ? ` ${target}` : ""}: ${outcome.replace("-", " ")}`,
    ...(found ? [tellFound(found)] : []),
    ...(onto ? [`onto: ${tellFound(onto)}`] : []),
    ...(note ? [note] : []),
  ];
  return parts.join("; ");
}

/** The whole for a reader. */
export function tellReplay({ steps, end }: ReplayReport): string {
  const count = (outcome: StepOutcome["outcome"]) => steps.filter((step) => step.outcome === outcome).length;
  const drawn = steps.filter(({ found, onto }) => (found?.alike ?? 1) > 1 || (onto?.alike ?? 1) > 1).length;
  return [
    ...steps.map(tellStep),
    `steps: ${steps.length}, driven ${count("driven")}, not found ${count("not-found")}, ` +
      `not reached ${count("not-reached")}, not replayed ${count("not-replayed")}; ${drawn} on one of several alike`,
    `end state: route ${end.route ?? "not published"}, that of the last step ${end.lastRoute ?? "not published"}; ` +
      `${end.pages} pages open, ${end.dialogs} dialogs accepted`,
  ].join("\n");
}
