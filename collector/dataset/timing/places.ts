// What shipments tell of a step that a report only names: its role, and how long its text is.
import type { Shipment } from "../../../schemas/shipment.ts";
import type { StepReport } from "../../../schemas/step-report.ts";
import type { Role } from "../../../schemas/target.ts";

export interface Place {
  role: Role | undefined;
  length: number | undefined;
}

type Named = Pick<StepReport, "tool" | "step">;
const keyOf = ({ tool, step }: Named): string =>
  JSON.stringify([tool.tool, tool.vocabulary, step.kind, step.route, step.name]);

/** Asks for a step's place; one that was never shipped has none. */
export type PlaceOf = (named: Named) => Place;

/** Roles and lengths of one step differ now and then: the one that came most often stands for it. */
export function placesIn(shipments: Iterable<Shipment>): PlaceOf {
  const roles = new Map<string, Map<Role, number>>();
  const lengths = new Map<string, Map<number, number>>();
  for (const { tools, steps } of shipments)
    for (const step of steps) {
      const { kind, route, target } = step;
      const key = keyOf({ tool: tools[step.tool]!, step: { kind, route, name: target?.name ?? null } });
      if (target) count(roles, key, target.role);
      if (step.kind === "typing" && step.length !== null) count(lengths, key, step.length);
    }
  return (named) => {
    const key = keyOf(named);
    return { role: mostOften(roles.get(key)), length: mostOften(lengths.get(key)) };
  };
}

function count<T>(all: Map<string, Map<T, number>>, key: string, value: T): void {
  const counts = all.get(key) ?? new Map<T, number>();
  counts.set(value, (counts.get(value) ?? 0) + 1);
  all.set(key, counts);
}

const mostOften = <T>(counts: ReadonlyMap<T, number> | undefined): T | undefined =>
  [...(counts ?? [])].reduce<[T, number] | undefined>(
    (best, one) => (best && best[1] >= one[1] ? best : one),
    undefined,
  )?.[0];
