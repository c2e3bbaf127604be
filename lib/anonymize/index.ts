// Closed trajectory -> shipment. The order matters: numbers are followed before any step is left out, times go first
// of what is taken away, and the strict schema comes last.
import type { Outline } from "../../schemas/outline.ts";
import type { Shipment } from "../../schemas/shipment.ts";
import { shipmentSchema } from "../../schemas/shipment.ts";
import type { NumberedStep } from "../../schemas/trajectory.ts";
import { citedOutlines } from "./cited-outlines.ts";
import { clipboardSource } from "./clipboard-source.ts";
import { measuresOfKind } from "./measures-of-kind.ts";
import { noBox } from "./no-box.ts";
import { noFrame } from "./no-frame.ts";
import { noRowPosition } from "./no-row-position.ts";
import { noTimes } from "./no-times.ts";
import type { Draft, Rule } from "./rule.ts";
import { shortPath } from "./short-path.ts";

export const rules: readonly Rule[] = [
  clipboardSource,
  noTimes,
  noFrame,
  measuresOfKind,
  noBox,
  noRowPosition,
  shortPath,
];

/** What a shipment says besides its steps. */
export type Envelope = Pick<Shipment, "id" | "week" | "eraseTag" | "notice">;

/** What is known of the pages: the outlines that may leave, and which of them came last. */
export interface Pages {
  outlines: readonly Outline[];
  last: string | undefined;
}
const none: Pages = { outlines: [], last: undefined };

/** A tool's published identity: both null for a tool without a vocabulary. */
export type PublishedTool = Shipment["tools"][number];

/**
 * The anonymized copy of a settled trajectory, and the tools in the order in which it lists them. Pure.
 * Throws a ZodError when a rule left something that may not leave.
 */
export function anonymize(
  steps: readonly NumberedStep[],
  { pages = none, ...envelope }: Envelope & { pages?: Pages },
  publishedOf: (tool: string) => PublishedTool,
): { shipment: Shipment; tools: string[] } {
  const tools = [...new Set(steps.map(({ step }) => step.tool))];
  const ruled = rules.reduce<readonly Draft[]>(
    (before, rule) => rule(before),
    steps.map(({ n, step }) => ({ ...step, n }) as unknown as Draft),
  );
  const { drafts, outlines } = citedOutlines(ruled, pages);
  const shipment = shipmentSchema.parse({
    format: "tooltrail/1",
    ...envelope,
    tools: tools.map(publishedOf),
    steps: drafts.map((draft) => ({ ...draft, tool: tools.indexOf(draft.tool as string) })),
    outlines,
  });
  return { shipment, tools };
}
