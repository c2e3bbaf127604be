// Closed trajectory -> shipment: the rules, one piece, the page states that it cites; the strict schema comes last.
import type { Shipment } from "../../schemas/shipment.ts";
import { shipmentSchema } from "../../schemas/shipment.ts";
import type { TaskMark } from "../../schemas/task.ts";
import type { NumberedStep } from "../../schemas/trajectory.ts";
import { chosenBy } from "./chosen-piece.ts";
import { citedOutlines, type Pages } from "./cited-outlines.ts";
import { pieces } from "./rules.ts";
import { type TasksOf, taskOf } from "./task-of-piece.ts";
import type { WordsOf } from "./words.ts";

/** What a shipment says besides its steps. */
export type Envelope = Pick<Shipment, "id" | "week" | "eraseTag" | "notice">;

/** A tool's published identity: both null for a tool without a vocabulary. */
export type PublishedTool = Shipment["tools"][number];

/** What is known besides the steps. */
export interface Known {
  publishedOf: (tool: string) => PublishedTool;
  wordsOf?: WordsOf;
  pages?: Pages;
  /** The catalogues of the tools. */
  tasksOf?: TasksOf;
  /** What the person says the trajectory was. */
  said?: TaskMark | undefined;
}

export interface Anonymized {
  shipment: Shipment;
  /** The tools' rows in the order in which the shipment lists them. */
  tools: string[];
  /** The numbers of the stored steps that its steps stand for. */
  numbers: number[];
}

/**
 * What leaves of a settled trajectory: one of its pieces, drawn by the shipment's random id. Null when nothing of it is
 * an act. Pure. Throws a ZodError when a rule left something that may not leave.
 */
export function anonymize(
  steps: readonly NumberedStep[],
  envelope: Envelope,
  { publishedOf, wordsOf, pages = new Map(), tasksOf = () => [], said }: Known,
): Anonymized | null {
  const all = pieces(steps, wordsOf);
  const piece = all[chosenBy(envelope.id, all.length)];
  if (!piece) return null;
  const task = taskOf(piece, tasksOf, piece === all.at(-1) ? said : undefined);
  const { drafts, outlines } = citedOutlines(piece, pages);
  const tools = [...new Set(drafts.map(({ tool }) => tool))];
  const shipment = shipmentSchema.parse({
    format: "tooltrail/1",
    ...envelope,
    tools: tools.map(publishedOf),
    steps: drafts.map(({ n: _, ...draft }) => ({ ...draft, tool: tools.indexOf(draft.tool) })),
    outlines,
    ...(task && { task: { ...task, tool: tools.indexOf(task.tool) } }),
  });
  return { shipment, tools, numbers: drafts.map(({ n }) => n as number) };
}
