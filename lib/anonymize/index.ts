// Closed trajectory -> shipment. The order matters: what everybody does in one way is made one while the steps still say
// how it was done, times and places go then, and the strict schema comes last.
import type { Shipment } from "../../schemas/shipment.ts";
import { shipmentSchema } from "../../schemas/shipment.ts";
import type { NumberedStep } from "../../schemas/trajectory.ts";
import { citedOutlines, type Pages } from "./cited-outlines.ts";
import { clickCount } from "./click-count.ts";
import { commonNames } from "./common-names.ts";
import { cut } from "./cut.ts";
import { fieldOrder } from "./field-order.ts";
import { measuresOfKind } from "./measures-of-kind.ts";
import { noBox } from "./no-box.ts";
import { noFrame } from "./no-frame.ts";
import { noProgress } from "./no-progress.ts";
import { noRowPosition } from "./no-row-position.ts";
import { noSearching } from "./no-searching.ts";
import { noTimes } from "./no-times.ts";
import { oneCommand } from "./one-command.ts";
import { oneFill } from "./one-fill.ts";
import { oneSending } from "./one-sending.ts";
import { oneWayToAPage } from "./one-way-to-a-page.ts";
import { onlyActs } from "./only-acts.ts";
import { chosenBy } from "./chosen-piece.ts";
import type { Draft, Rule } from "./rule.ts";
import { shortPath } from "./short-path.ts";
import { textLength } from "./text-length.ts";
import { type WordsOf, wordless } from "./words.ts";

export const rules: readonly Rule[] = [
  noTimes,
  noFrame,
  onlyActs,
  noSearching,
  oneSending,
  oneCommand,
  oneWayToAPage,
  oneFill,
  fieldOrder,
  textLength,
  clickCount,
  noProgress,
  measuresOfKind,
  noBox,
  noRowPosition,
  commonNames,
  shortPath,
];

/** What a shipment says besides its steps. */
export type Envelope = Pick<Shipment, "id" | "week" | "eraseTag" | "notice">;

/** A tool's published identity: both null for a tool without a vocabulary. */
export type PublishedTool = Shipment["tools"][number];

/** What is known besides the steps. */
export interface Known {
  publishedOf: (tool: string) => PublishedTool;
  wordsOf?: WordsOf;
  pages?: Pages;
}

export interface Anonymized {
  shipment: Shipment;
  /** The tools' rows in the order in which the shipment lists them. */
  tools: string[];
  /** The numbers of the stored steps that its steps stand for. */
  numbers: number[];
}

/** All that could leave of a settled trajectory, in pieces of which each completes something. Pure. */
export const pieces = (steps: readonly NumberedStep[], wordsOf: WordsOf = () => wordless): Draft[][] =>
  cut(
    rules.reduce<readonly Draft[]>(
      (before, rule) => rule(before, wordsOf),
      steps.map(({ n, step }) => ({ ...step, n }) as unknown as Draft),
    ),
  );

/**
 * What leaves of a settled trajectory: one of its pieces, drawn by the shipment's random id. Null when nothing of it is
 * an act. Pure. Throws a ZodError when a rule left something that may not leave.
 */
export function anonymize(
  steps: readonly NumberedStep[],
  envelope: Envelope,
  { publishedOf, wordsOf, pages = new Map() }: Known,
): Anonymized | null {
  const all = pieces(steps, wordsOf);
  const piece = all[chosenBy(envelope.id, all.length)];
  if (!piece) return null;
  const { drafts, outlines } = citedOutlines(piece, pages);
  const tools = [...new Set(drafts.map(({ tool }) => tool))];
  const shipment = shipmentSchema.parse({
    format: "tooltrail/1",
    ...envelope,
    tools: tools.map(publishedOf),
    steps: drafts.map(({ n: _, ...draft }) => ({ ...draft, tool: tools.indexOf(draft.tool) })),
    outlines,
  });
  return { shipment, tools, numbers: drafts.map(({ n }) => n as number) };
}
