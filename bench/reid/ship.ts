// From stored steps to what the collector gets: settled, anonymized, compressed and padded as it would leave.
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { canonicalBytes } from "../../lib/anonymize/canonical.ts";
import { type Pages, plainPages } from "../../lib/anonymize/cited-outlines.ts";
import { anonymize, type Known, type PublishedTool } from "../../lib/anonymize/index.ts";
import { type WordsOf, wordless } from "../../lib/anonymize/words.ts";
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

export interface Upload extends Arrived {
  /** The stored steps that the shipment's stand for. */
  numbers: number[];
}

/**
 * Everything that leaves, but the two random fields: those are new for each shipment and say nothing. Null where there
 * is no act in it.
 */
export function ship(
  { steps, outlines }: Stored,
  {
    seed,
    week,
    published,
    wordsOf = () => wordless,
    ...tasks
  }: { seed: string; week: string; published: (tool: string) => PublishedTool; wordsOf?: WordsOf } & Pick<
    Known,
    "tasksOf" | "said"
  >,
): Upload | null {
  const envelope = { id: id(seed), week, eraseTag: digest(seed), notice: 1 };
  const pages: Pages = new Map(
    plainPages(steps, outlines, wordsOf).flatMap(({ keys, plain: { nodes, positions } }) => {
      const page = { outline: { hash: hashOf(nodes), nodes }, positions };
      return keys.map((key) => [key, page] as const);
    }),
  );
  const made = anonymize(steps, envelope, { publishedOf: published, wordsOf, pages, ...tasks });
  if (!made) return null;
  // The compact form says the same; what it is attacked in is the one that can be read.
  const bytes = canonicalBytes(pack(made.shipment));
  if (bytes.length > maxShipmentBytes) throw new Error("A shipment is larger than the collector takes.");
  const { id: _, eraseTag: __, ...rest } = made.shipment;
  return { shipment: rest, bytes: padded(gzipSync(bytes).length), numbers: made.numbers };
}

/** As the extension hashes a page state. */
const hashOf = (nodes: Outline["nodes"]): string =>
  createHash("sha256").update(canonicalBytes(nodes)).digest().subarray(0, 16).toString("base64url");

/** To 1, 2, 4 ... kilobytes (privacy model, section 4), with the seal's own few bytes. */
function padded(length: number): number {
  let size = 1024;
  while (size < length + 64) size *= 2;
  return size;
}
