// From the rows of what leaves to what they say. By itself, because who reads what it packed itself checks no schema.
import type { Shipment } from "./shipment.ts";
import type { ShippedKindName } from "./step-of-kind.ts";
import { shippedLinks } from "./target.ts";
import type { WireShipment } from "./wire.ts";
import {
  anchorColumns,
  fieldsOf,
  linkColumns,
  placeColumns,
  type Row,
  selectorColumns,
  stepColumns,
  targetColumns,
  toolColumns,
} from "./wire-rows.ts";

/** A row that says a position at which nothing stands, or a path without an end. */
export class NoSuchRow extends Error {}

function rowAt<T>(rows: readonly T[], position: number): T {
  const row = rows[position];
  if (row === undefined) throw new NoSuchRow();
  return row;
}

function selectorOf(row: Row): object {
  const selector = fieldsOf(selectorColumns[row[0] as keyof typeof selectorColumns], row);
  const anchor = selector.within as Row | null;
  const columns = anchorColumns[typeof anchor?.[0] === "number" ? "attribute" : "role"];
  selector.within = anchor && fieldsOf(columns, anchor);
  return selector;
}

interface Linked {
  link: object;
  after: number | null;
}
const afterOnly = new Set(["after"]);
const linked = (row: Row): Linked => ({
  link: fieldsOf(linkColumns, row, afterOnly),
  after: row[0] as number | null,
});

function pathTo(links: readonly Linked[], last: number | null): object[] {
  const path: object[] = [];
  for (let at = last; at !== null; ) {
    const { link, after } = rowAt(links, at);
    // Bounded here: a link that comes after itself would have no first.
    if (path.length === shippedLinks) throw new NoSuchRow();
    path.push(link);
    at = after;
  }
  return path.reverse();
}

/** Columns of a step's row that say where in a table something stands, or what belongs to it. */
const references = new Set(["place", "node", "target", "onto"]);

/** What the rows say, as far as they say it: not held against any schema. Throws NoSuchRow. */
export function resolve({ tools, places, links, selectors, targets, steps, ...head }: WireShipment): object {
  const paths = links.map(linked);
  const found = selectors.map(selectorOf);
  const known = targets.map((row) => {
    const target = fieldsOf(targetColumns, row);
    target.path = pathTo(paths, target.path as number | null);
    target.selectors = (target.selectors as number[]).map((at) => rowAt(found, at));
    return target;
  });
  const where = places.map((row) => fieldsOf(placeColumns, row));

  const stepOf = (row: Row): object => {
    const columns = stepColumns(row[0] as ShippedKindName);
    const step = fieldsOf(columns, row, references);
    const { place, node, target, onto } = fieldsOf(columns, row) as Record<string, number | undefined>;
    const { tool, route, outline } = rowAt(where, place!);
    step.tool = tool;
    step.route = route;
    if (target !== undefined) step.target = rowAt(known, target);
    if (onto !== undefined) step.onto = rowAt(known, onto);
    if (outline !== null) step.outline = { hash: rowAt(head.outlines, outline as number).hash, node };
    return step;
  };
  if (head.task) rowAt(tools, head.task.tool);
  return { ...head, tools: tools.map((row) => fieldsOf(toolColumns, row)), steps: steps.map(stepOf) };
}

/**
 * What unpack.ts gives, of bytes that this extension packed itself and kept in its own database: read for a person to
 * look at, not held against the schemas again, which costs a page a tenth of a second for a long trajectory. Null for
 * another format.
 */
export function unpackOwn(wire: unknown): Shipment | null {
  const own = wire as WireShipment;
  if (own.format !== "tooltrail/1") return null;
  try {
    return resolve(own) as Shipment;
  } catch (cause) {
    if (cause instanceof NoSuchRow || cause instanceof TypeError) return null;
    throw cause;
  }
}
