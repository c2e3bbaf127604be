// Page states: each stored once, for as long as a trajectory cites it.
import type { Outline, OutlineNode } from "../../schemas/outline.ts";
import type { Step } from "../../schemas/step.ts";
import type { NumberedStep, TrajectoryHead } from "../../schemas/trajectory.ts";
import type { Database, OutlineRow } from "./database.ts";

/** A state that no step cites yet is kept this long, in milliseconds. */
export const uncitedRetention = 24 * 3_600_000;

export interface SeenOutline {
  hash: string;
  /** Undefined for a state that is said to be here. */
  nodes: Uint8Array | undefined;
  tool: string;
  seenAt: number;
}

/** Whether the state is kept. In the open trajectory of its tool it is the last one seen. */
export async function keepOutline(database: Database, seen: SeenOutline): Promise<boolean> {
  const { hash, tool, seenAt } = seen;
  const row = await database.outlines.get(hash);
  const nodes = row?.nodes ?? seen.nodes;
  // What is said to be here has to be here, and of this tool.
  if (!nodes || (!seen.nodes && !row?.tools.includes(tool))) return false;
  const kept = row ?? { hash, nodes, seenAt, tools: [], trajectories: [] };
  const next = { ...kept, seenAt, tools: withOne(kept.tools, tool) };
  const head = await openHead(database);
  if (head?.tools.includes(tool)) {
    next.trajectories = withOne(next.trajectories, head.id);
    await database.trajectories.put({ ...head, lastOutline: hash });
  }
  await database.outlines.put(next);
  return true;
}

const withOne = (list: readonly string[], one: string): string[] =>
  list.includes(one) ? [...list] : [...list, one];

async function openHead(database: Database): Promise<TrajectoryHead | undefined> {
  const open = await database.settings.get("open-trajectory");
  return open?.key === "open-trajectory" ? database.trajectories.get(open.id) : undefined;
}

/**
 * Notes that a trajectory's steps cite their outlines. A reference to one that is not here, or is not of the step's
 * tool, could say anything: those steps come back without it. In the caller's transaction.
 */
export async function citeOutlines(
  database: Database,
  trajectory: string,
  steps: readonly Step[],
): Promise<{ steps: Step[]; unknown: number }> {
  const citing = steps.filter(({ outline }) => outline);
  if (citing.length === 0) return { steps: [...steps], unknown: 0 };
  const before = new Set(await database.outlines.where("trajectories").equals(trajectory).primaryKeys());
  const isSure = ({ tool, outline }: Step) =>
    before.has(outline!.hash) && sizes.has(`${tool} ${outline!.hash}`);
  const unsure = citing.filter((step) => !isSure(step)).map(({ outline }) => outline!.hash);
  const found = unsure.length > 0 ? await database.outlines.bulkGet([...new Set(unsure)]) : [];
  const rows = new Map(found.flatMap((row) => (row ? [[row.hash, row]] : [])));
  let unknown = 0;
  const cited = new Set<OutlineRow>();
  const checked = steps.map((step) => {
    if (!step.outline) return step;
    const row = rows.get(step.outline.hash);
    const size = row
      ? sizeIn(row, step.tool)
      : isSure(step)
        ? sizes.get(`${step.tool} ${step.outline.hash}`)!
        : 0;
    if ((step.outline.node ?? 0) < size) {
      if (row) cited.add(row);
      return step;
    }
    unknown++;
    const { outline: _, ...rest } = step;
    return rest as Step;
  });
  const newly = [...cited].filter(({ trajectories }) => !trajectories.includes(trajectory));
  if (newly.length > 0)
    await database.outlines.bulkPut(
      newly.map((row) => ({ ...row, trajectories: withOne(row.trajectories, trajectory) })),
    );
  return { steps: checked, unknown };
}

/** The outlines that steps cite and the trajectory's last one, in the order of first use. */
export function citedBy(
  steps: readonly NumberedStep[],
  { lastOutline }: { lastOutline?: string | undefined },
) {
  const hashes = steps.flatMap(({ step }) => step.outline?.hash ?? []);
  return [...new Set(lastOutline === undefined ? hashes : [...hashes, lastOutline])];
}

/**
 * A trajectory cites these and no others. Returns those that nothing cites any more: a page may still be in that
 * state, and its next step will. In the caller's transaction.
 */
export async function releaseOutlines(
  database: Database,
  trajectory: string,
  cited: readonly string[],
): Promise<string[]> {
  const rows = await database.outlines.where("trajectories").equals(trajectory).toArray();
  const released = rows
    .filter(({ hash }) => !cited.includes(hash))
    .map((row) => ({ ...row, trajectories: row.trajectories.filter((id) => id !== trajectory) }));
  await database.outlines.bulkPut(released);
  return released.filter(({ trajectories }) => trajectories.length === 0).map(({ hash }) => hash);
}

/** Deletes outlines that no trajectory cites. */
export const dropUncited = (database: Database, drops: (row: OutlineRow) => boolean): Promise<number> =>
  database.outlines.filter((row) => row.trajectories.length === 0 && drops(row)).delete();

/** Those of the given hashes that are here, in their order. */
export async function readOutlines(database: Database, hashes: readonly string[]): Promise<Outline[]> {
  const rows = await database.outlines.bulkGet([...hashes]);
  return rows.flatMap((row) => (row ? { hash: row.hash, nodes: nodesOf(row) } : []));
}

const decoder = new TextDecoder();

/** Parsed when it came; it is what was written then. */
export const nodesOf = ({ nodes }: Pick<OutlineRow, "nodes">): OutlineNode[] =>
  JSON.parse(decoder.decode(nodes)) as OutlineNode[];

/** How many nodes it has, as one of this tool; none where it was not seen in it. */
function sizeIn(row: OutlineRow, tool: string): number {
  if (!row.tools.includes(tool)) return 0;
  const known = sizes.get(`${tool} ${row.hash}`);
  if (known !== undefined) return known;
  const { length } = nodesOf(row);
  if (sizes.size >= mostSizes) sizes.clear();
  sizes.set(`${tool} ${row.hash}`, length);
  return length;
}

/**
 * By tool and hash. A hash names its nodes, so their count never changes; that the row is there is asked each time, of
 * the index of those that the trajectory cites.
 */
const sizes = new Map<string, number>();
const mostSizes = 1000;
