// A shipment as it leaves is made of rows: arrays whose columns have a fixed order, so that no field is named twice.
// Here is that order, and what is left out at a row's end because it is the usual value. What it means: wire.ts.
import { kinds, type ShippedKindName } from "./step-of-kind.ts";

/** A column that has neither `usual` nor `optional` stands in every row. */
export interface Column {
  name: string;
  /** Left out where nothing stands after it. */
  usual?: unknown;
  /** A field that may be missing: null then, and left out where nothing stands after it. */
  optional?: true;
}
export type Row = readonly unknown[];

const column = (name: string): Column => ({ name });
const usual = (name: string, value: unknown): Column => ({ name, usual: value });
const optional = (name: string): Column => ({ name, optional: true, usual: null });

export const toolColumns = [column("tool"), usual("vocabulary", null)];
/** Where a step was: its tool, its route, and the position of the outline that it cites. */
export const placeColumns = [column("tool"), usual("route", null), usual("outline", null)];
/** `after` is the position of the link before, null for a path's first: paths that begin alike share their links. */
export const linkColumns = [column("after"), column("tag"), usual("nth", 0), optional("boundary")];
/** `path` is the position of the path's last link. */
export const targetColumns = [
  column("role"),
  usual("name", null),
  usual("path", null),
  usual("selectors", []),
  usual("state", []),
  usual("terms", []),
];

export const anchorColumns = {
  attribute: [column("attribute"), optional("shown")],
  role: [column("role"), usual("name", null), optional("shown")],
};
const within = usual("within", null);
/** After `by`, which is the first column of all. */
export const selectorColumns = {
  attribute: [column("by"), column("attribute"), within, optional("nth")],
  role: [column("by"), column("role"), column("name"), within, optional("nth")],
  label: [column("by"), column("label"), within, optional("nth")],
  css: [column("by"), column("tag"), column("classes"), within, optional("nth")],
  ordinal: [column("by"), column("role"), column("nth"), within, optional("tag")],
};

const columnsOfKind = new Map<ShippedKindName, readonly Column[]>();

/** The columns of a kind's steps: its measures in the order of its own schema, between what every step has. */
export function stepColumns(kind: ShippedKindName): readonly Column[] {
  const known = columnsOfKind.get(kind) ?? columnsOfSteps(kind);
  columnsOfKind.set(kind, known);
  return known;
}

function columnsOfSteps(kind: ShippedKindName): Column[] {
  const { shipped, usual: most = {} } = kinds[kind] as { shipped: object; usual?: Record<string, unknown> };
  return [
    column("kind"),
    column("place"),
    optional("target"),
    usual("node", null),
    usual("effect", "nothing"),
    ...Object.keys(shipped).map((name) => (name in most ? usual(name, most[name]) : column(name))),
    optional("onto"),
    optional("alert"),
  ];
}

const least = new WeakMap<readonly Column[], number>();

/** How many columns stand in every row: up to the last that must. */
export function leastColumns(columns: readonly Column[]): number {
  const known = least.get(columns) ?? columns.findLastIndex((one) => !("usual" in one)) + 1;
  least.set(columns, known);
  return known;
}

const same = (a: unknown, b: unknown): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && a.length === 0 && b.length === 0);

// Rows are written and read for every shipment that the collector takes, some hundred each: plain loops take a third.

/** The row that says these fields. */
export function rowOf(columns: readonly Column[], fields: object): Row {
  const said = fields as Record<string, unknown>;
  const row: unknown[] = [];
  for (const { name, optional } of columns) row.push(optional ? (said[name] ?? null) : said[name]);
  const least = leastColumns(columns);
  while (row.length > least && same(row.at(-1), columns[row.length - 1]!.usual)) row.pop();
  return row;
}

const nothing: ReadonlySet<string> = new Set();

/** The fields that a row says, but for those left out. */
export function fieldsOf(columns: readonly Column[], row: Row, without = nothing): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (let at = 0; at < columns.length; at++) {
    const { name, optional, usual } = columns[at]!;
    if (without.has(name)) continue;
    const value = at < row.length ? row[at] : usual;
    if (!optional || value !== null) fields[name] = value;
  }
  return fields;
}
