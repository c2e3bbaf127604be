// Whether a dataset holds what the scripted person did.
import type { Act } from "../../e2e/node-red-editor.ts";
import { publishedName } from "../../e2e/node-red-editor.ts";
import type { DatasetStep } from "../../schemas/dataset.ts";

export interface Comparison {
  /** Acts with their row's number in the dataset, from 1; null for an act that is missing. */
  found: { act: Act; row: number | null }[];
  /** Rows that are no act of the list, such as the first half of a double click. */
  others: number;
}

/** What says no name itself may be called something by its vocabulary, for its class or id. */
const fits = (act: Act, step: DatasetStep): boolean =>
  step.kind === act.kind &&
  (step.target?.role ?? null) === act.role &&
  (act.name === null || (step.target?.name ?? null) === publishedName(act.name));

/** Looks for the acts in their order, each by kind, role and published name. */
export function compare(acts: readonly Act[], steps: readonly DatasetStep[]): Comparison {
  let from = 0;
  const found = acts.map((act) => {
    const at = steps.findIndex((step, index) => index >= from && fits(act, step));
    if (at === -1) return { act, row: null };
    from = at + 1;
    return { act, row: at + 1 };
  });
  return { found, others: steps.length - found.filter(({ row }) => row !== null).length };
}

/** What is stored of a step: its number, and how it is told from others here. */
export interface StoredAct {
  n: number;
  kind: string;
  role: string | null;
}

/** The acts whose stored steps have one of these numbers. Throws where an act was not stored. */
export function actsOf(
  acts: readonly Act[],
  stored: readonly StoredAct[],
  numbers: readonly number[],
): Act[] {
  let from = 0;
  return acts.filter((act) => {
    const at = stored.findIndex(
      ({ kind, role }, index) => index >= from && kind === act.kind && role === act.role,
    );
    if (at === -1) throw new Error(`Done but not stored: ${actWords(act)}`);
    from = at + 1;
    return numbers.includes(stored[at]!.n);
  });
}

/** "typing, textbox Name" */
export const actWords = ({ kind, role, name }: Act): string =>
  role === null ? kind : `${kind}, ${role}${name === null ? "" : ` ${name}`}`;
