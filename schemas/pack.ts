// A shipment to the form in which it leaves. The only place that writes that form; unpack.ts is its inverse.
import type { Shipment } from "./shipment.ts";
import type { ShippedStep } from "./shipped-step.ts";
import type { ShippedSelector, ShippedTarget } from "./target.ts";
import type { WireShipment } from "./wire.ts";
import {
  anchorColumns,
  linkColumns,
  placeColumns,
  type Row,
  rowOf,
  selectorColumns,
  stepColumns,
  targetColumns,
  toolColumns,
} from "./wire-rows.ts";

/** Rows in the order of their first use, each once. */
function createTable() {
  const rows: Row[] = [];
  const positions = new Map<string, number>();
  const positionOf = (row: Row): number => {
    const key = JSON.stringify(row);
    const known = positions.get(key);
    if (known !== undefined) return known;
    positions.set(key, rows.length);
    return rows.push(row) - 1;
  };
  return { rows, positionOf };
}

function selectorRow(selector: ShippedSelector): Row {
  const { within } = selector;
  const anchor = within && rowOf("role" in within ? anchorColumns.role : anchorColumns.attribute, within);
  return rowOf(selectorColumns[selector.by], { ...selector, within: anchor });
}

/** Equal shipments give equal forms. Throws for a step that cites an outline which is not in the shipment. */
export function pack({ tools, steps, outlines, ...head }: Shipment): WireShipment {
  const [places, targets, links, selectors] = [createTable(), createTable(), createTable(), createTable()];
  const outlineAt = new Map(outlines.map(({ hash }, at) => [hash, at] as const).toReversed());

  // What unpack.ts made has one object for a target, however many steps have it.
  const knownTargets = new Map<ShippedTarget, number>();
  const targetAt = (target: ShippedTarget): number => {
    const known = knownTargets.get(target);
    if (known !== undefined) return known;
    const path = target.path.reduce<number | null>(
      (after, link) => links.positionOf(rowOf(linkColumns, { after, ...link })),
      null,
    );
    const found = target.selectors.map((selector) => selectors.positionOf(selectorRow(selector)));
    const at = targets.positionOf(rowOf(targetColumns, { ...target, path, selectors: found }));
    knownTargets.set(target, at);
    return at;
  };

  const placeAt = ({ tool, route, outline }: ShippedStep): number => {
    const at = outline ? outlineAt.get(outline.hash) : null;
    if (at === undefined) throw new Error("A step cites an outline that is not in its shipment.");
    return places.positionOf(rowOf(placeColumns, { tool, route, outline: at }));
  };

  const stepRow = (step: ShippedStep): Row => {
    const { target, onto } = step;
    return rowOf(stepColumns(step.kind), {
      ...step,
      place: placeAt(step),
      target: target && targetAt(target),
      onto: onto && targetAt(onto),
      node: step.outline?.node ?? null,
    });
  };

  const stepRows = steps.map(stepRow);
  return {
    ...head,
    tools: tools.map((tool) => rowOf(toolColumns, tool)),
    places: places.rows,
    links: links.rows,
    selectors: selectors.rows,
    targets: targets.rows,
    steps: stepRows,
    outlines,
  };
}
