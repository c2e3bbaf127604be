// What leaves, back to the shipment that it says: the inverse of pack.ts.
import { type Shipment, shipmentSchema } from "./shipment.ts";
import type { ShippedKindName } from "./step-of-kind.ts";
import { shippedLinks } from "./target.ts";
import { parseWire, type WireShipment } from "./wire.ts";
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
class NoSuchRow extends Error {}

function rowAt<T>(rows: readonly T[], position: number): T {
  const row = rows[position];
  if (row === undefined) throw new NoSuchRow();
  return row;
}

function selectorOf(row: Row): object {
  const { within, ...rest } = fieldsOf(selectorColumns[row[0] as keyof typeof selectorColumns], row);
  const anchor = within as Row | null;
  const columns = anchorColumns[typeof anchor?.[0] === "number" ? "attribute" : "role"];
  return { ...rest, within: anchor && fieldsOf(columns, anchor) };
}

function pathTo(links: readonly Row[], last: number | null): object[] {
  const path: object[] = [];
  for (let at = last; at !== null; ) {
    const { after, ...link } = fieldsOf(linkColumns, rowAt(links, at));
    // Bounded here: a link that comes after itself would have no first.
    if (path.length === shippedLinks) throw new NoSuchRow();
    path.unshift(link);
    at = after as number | null;
  }
  return path;
}

function resolve({ tools, places, links, selectors, targets, steps, ...head }: WireShipment): object {
  const found = selectors.map(selectorOf);
  const known = targets.map((row) => {
    const { path, selectors, ...rest } = fieldsOf(targetColumns, row);
    return {
      ...rest,
      path: pathTo(links, path as number | null),
      selectors: (selectors as number[]).map((at) => rowAt(found, at)),
    };
  });
  const where = places.map((row) => fieldsOf(placeColumns, row));

  const stepOf = (row: Row): object => {
    const { place, node, target, onto, ...rest } = fieldsOf(stepColumns(row[0] as ShippedKindName), row);
    const { outline, ...at } = rowAt(where, place as number);
    return {
      ...rest,
      ...at,
      ...(target !== undefined && { target: rowAt(known, target as number) }),
      ...(onto !== undefined && { onto: rowAt(known, onto as number) }),
      ...(outline !== null && { outline: { hash: rowAt(head.outlines, outline as number).hash, node } }),
    };
  };
  return { ...head, tools: tools.map((row) => fieldsOf(toolColumns, row)), steps: steps.map(stepOf) };
}

/** The shipment that this form says, or null for what is not the form of one. Has passed the shipment's own schema. */
export function unpack(wire: unknown): Shipment | null {
  const parsed = parseWire(wire);
  if (!parsed) return null;
  try {
    const shipment = shipmentSchema.safeParse(resolve(parsed));
    return shipment.success ? shipment.data : null;
  } catch (cause) {
    if (cause instanceof NoSuchRow) return null;
    throw cause;
  }
}

/**
 * The same of bytes that this extension packed itself and kept in its own database: read for a person to look at, not
 * held against the schemas again, which costs a page a tenth of a second for a long trajectory. Null for another format.
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
