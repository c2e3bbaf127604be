// What was done against what was recorded, document by document, in order. Pure.
import type { Link, Selector } from "../../schemas/target.ts";
import type { GroundLink, Mark } from "./page/spot.ts";

/** A step as it must be recorded. */
export interface Truth {
  kind: string;
  frame: readonly number[];
  /** Every path that the right element had while the act went on; absent for a step without a target. */
  paths?: readonly GroundLink[][];
  /** Where a drag must end. */
  onto?: readonly GroundLink[][];
  measures: Readonly<Record<string, unknown>>;
  /** When the act was going on, in epoch milliseconds. */
  from: number;
  until: number;
  /** What was done, for a reader. */
  note: string;
  /** Which act of the run it belongs to. */
  act?: number;
  /** How the element looked before the act. */
  mark?: Mark;
}

/** A step as it was recorded, with its time as epoch milliseconds. */
export interface Recorded {
  kind: string;
  frame: readonly number[];
  at: number;
  target?: { path: readonly Link[]; selectors: readonly Selector[]; name: number | null };
  onto?: { path: readonly Link[] };
  [measure: string]: unknown;
}

export interface Pair {
  truth?: Truth;
  recorded?: Recorded;
  /** Only of a pair of both. */
  target: boolean;
  measures: boolean;
}

/** Names of custom elements of the vocabulary the tool was recorded with. */
export type ElementNames = readonly string[];

/** Clocks of two processes, rounded. */
const slack = 60;

/** The tag that a recorder must store for an element's name. */
const isStoredAs = (tag: Link["tag"], name: string, elements: ElementNames): boolean =>
  typeof tag === "number"
    ? elements[tag] === name
    : tag === "custom"
      ? !elements.includes(name)
      : tag === name;

function sameLink(link: Link, ground: GroundLink, elements: ElementNames): boolean {
  if (!isStoredAs(link.tag, ground.name, elements)) return false;
  if (link.boundary !== ground.boundary) return false;
  if (link.tag !== "custom") return link.nth === ground.nth;
  if (!ground.before) return false;
  // Whoever follows the path sees `custom` for every name the vocabulary lacks, so it must count them all.
  return link.nth === ground.before.filter((name) => !elements.includes(name)).length;
}

/** Whether following the recorded path, from where both begin, ends at the element. */
export function leadsTo(
  path: readonly Link[],
  paths: readonly GroundLink[][],
  elements: ElementNames,
): boolean {
  return paths.some(
    (ground) =>
      ground.length === path.length && path.every((link, at) => sameLink(link, ground[at]!, elements)),
  );
}

function pairOf(truth: Truth, recorded: Recorded, elements: ElementNames): Pair {
  const reaches = (paths: Truth["paths"], target: Recorded["onto"]) =>
    paths === undefined || (target !== undefined && leadsTo(target.path, paths, elements));
  return {
    truth,
    recorded,
    target: reaches(truth.paths, recorded.target) && reaches(truth.onto, recorded.onto),
    measures: Object.entries(truth.measures).every(
      ([name, value]) => JSON.stringify(recorded[name]) === JSON.stringify(value),
    ),
  };
}

/** The right element and the right moment say more than the number of pairs. */
const worth = ({ truth, recorded, target, measures }: Pair): number =>
  2 +
  (target ? 8 : 0) +
  (measures ? 1 : 0) +
  (recorded!.at >= truth!.from - slack && recorded!.at <= truth!.until + slack ? 5 : 0);

/** The best alignment of one document's steps: only steps of one kind pair, and pairs never cross. */
export function align(
  truths: readonly Truth[],
  recorded: readonly Recorded[],
  elements: ElementNames,
): Pair[] {
  const [rows, columns] = [truths.length, recorded.length];
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const pairs: (Pair | undefined)[][] = truths.map((truth) =>
    recorded.map((step) => (truth.kind === step.kind ? pairOf(truth, step, elements) : undefined)),
  );
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const pair = pairs[i]![j];
      const both = pair ? worth(pair) + best[i + 1]![j + 1]! : -1;
      best[i]![j] = Math.max(both, best[i + 1]![j]!, best[i]![j + 1]!);
    }
  }
  const found: Pair[] = [];
  const alone = { target: false, measures: false };
  let [i, j] = [0, 0];
  while (i < rows || j < columns) {
    const pair = pairs[i]?.[j];
    if (pair && best[i]![j] === worth(pair) + best[i + 1]![j + 1]!) {
      found.push(pair);
      i++;
      j++;
    } else if (i < rows && (j === columns || best[i]![j] === best[i + 1]![j])) {
      found.push({ truth: truths[i++]!, ...alone });
    } else found.push({ recorded: recorded[j++]!, ...alone });
  }
  return found;
}

/** A pointer's way begins before the acts it runs beside, and a move between tabs is told of by two documents. */
const isApart = (kind: string): boolean => kind === "pointer" || kind === "switch";

/** What is compared apart from the acts. */
const groupOf = ({ kind, frame }: { kind: string; frame: readonly number[] }): string =>
  `${frame.join("/")} ${isApart(kind) ? kind : "acts"}`;

/** Aligns each document's steps by itself. */
export function compare(
  truths: readonly Truth[],
  recorded: readonly Recorded[],
  elements: ElementNames,
): Pair[] {
  const groups = new Set([...truths, ...recorded].map(groupOf));
  return [...groups].flatMap((name) => {
    const inTime = recorded.filter((one) => groupOf(one) === name).sort((a, b) => a.at - b.at);
    return align(
      truths.filter((one) => groupOf(one) === name),
      inTime,
      elements,
    );
  });
}
