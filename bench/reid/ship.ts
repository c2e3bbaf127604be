// From stored steps to what the collector gets: settled, anonymized, compressed and padded as it would leave.
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { canonicalBytes } from "../../lib/anonymize/canonical.ts";
import { anonymize, type PublishedTool } from "../../lib/anonymize/index.ts";
import { settle } from "../../lib/trajectory/settle.ts";
import type { Outline } from "../../schemas/outline.ts";
import { pack } from "../../schemas/pack.ts";
import { maxShipmentBytes, type Shipment } from "../../schemas/shipment.ts";
import type { Step } from "../../schemas/step.ts";
import type { NumberedStep } from "../../schemas/trajectory.ts";

/** A closed trajectory as it is stored, and the page states that it cites. */
export interface Stored {
  openedAt: number;
  steps: NumberedStep[];
  outlines: readonly Outline[];
  lastOutline: string | undefined;
}

/** What the collector has of one upload, besides its moment. */
export interface Arrived {
  shipment: Omit<Shipment, "id" | "eraseTag">;
  /** What the network saw: the padded size in bytes. */
  bytes: number;
}

/** In the page an `at` is since the epoch, in a trajectory since it opened. */
export function close(
  steps: readonly Step[],
  { outlines = [], lastOutline }: { outlines?: readonly Outline[]; lastOutline?: string } = {},
): Stored {
  const openedAt = Math.min(...steps.map(({ at }) => at));
  const numbered = steps.map((step, n) => ({
    n,
    step: { ...step, at: Math.round((step.at - openedAt) * 10) / 10 },
  }));
  return { openedAt, steps: settle(numbered), outlines, lastOutline };
}

const id = (seed: string): string =>
  createHash("sha256").update(seed).digest("base64url").slice(0, 21).concat("A");
const digest = (seed: string): string => createHash("sha256").update(seed).digest("base64url");

/** Everything that leaves, but the two random fields: those are new for each shipment and say nothing. */
export function ship(
  { steps, outlines, lastOutline }: Stored,
  { seed, week, published }: { seed: string; week: string; published: (tool: string) => PublishedTool },
): Arrived {
  const envelope = { id: id(seed), week, eraseTag: digest(seed), notice: 1 };
  const { shipment } = anonymize(steps, { ...envelope, pages: { outlines, last: lastOutline } }, published);
  // The compact form says the same; what it is attacked in is the one that can be read.
  const bytes = canonicalBytes(pack(shipment));
  if (bytes.length > maxShipmentBytes) throw new Error("A shipment is larger than the collector takes.");
  const { id: _, eraseTag: __, ...rest } = shipment;
  return { shipment: rest, bytes: padded(gzipSync(bytes).length) };
}

/** To 1, 2, 4 ... kilobytes (privacy model, section 4), with the seal's own few bytes. */
function padded(length: number): number {
  let size = 1024;
  while (size < length + 64) size *= 2;
  return size;
}
