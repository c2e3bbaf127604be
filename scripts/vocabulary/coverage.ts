// `--coverage`: by role and route, how many targets the vocabulary names. Pure.
import type { Vocabulary } from "../../schemas/vocabulary.ts";

export interface Row {
  route: string;
  role: string;
  targets: number;
  /** Without a published name. */
  unnamed: number;
  /** Without a name, and without an id, test id, name or class that the vocabulary holds. */
  lost: number;
}

interface Counted {
  route: string | null;
  role: string;
  named: boolean;
  found: boolean;
}

/** Rows with most unnamed targets first. */
export function tabulate(targets: Iterable<Counted>): Row[] {
  const rows = new Map<string, Row>();
  for (const { route, role, named, found } of targets) {
    const key = `${route}\n${role}`;
    const row = rows.get(key) ?? { route: route ?? "(unknown)", role, targets: 0, unnamed: 0, lost: 0 };
    row.targets++;
    if (!named) row.unnamed++;
    if (!named && !found) row.lost++;
    rows.set(key, row);
  }
  return [...rows.values()].sort((a, b) => b.unnamed - a.unnamed || b.targets - a.targets);
}

interface RecordedStep {
  route?: number | null;
  target?: { role: string; name: number | null; selectors: { by: string }[] };
}

/** The targets of a personal export's `trajectories.jsonl`, or of a list of steps, one a line. */
export function recordedTargets(text: string, vocabulary: Vocabulary): Counted[] {
  const steps = text.split("\n").flatMap((line): RecordedStep[] => {
    if (line.trim() === "") return [];
    const value = JSON.parse(line) as RecordedStep & { steps?: (RecordedStep & { step?: RecordedStep })[] };
    return (value.steps ?? [value]).map((entry) => ("step" in entry && entry.step ? entry.step : entry));
  });
  return steps.flatMap(({ route, target }) =>
    target
      ? [
          {
            route: typeof route === "number" ? (vocabulary.routes[route] ?? null) : null,
            role: target.role,
            named: target.name !== null,
            found: target.selectors.some(({ by }) => by === "attribute" || by === "css"),
          },
        ]
      : [],
  );
}

const percent = (part: number, of: number): string =>
  of === 0 ? "-" : `${((100 * part) / of).toFixed(1)} %`;

export function describeCoverage(rows: readonly Row[]): string[] {
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
  const [targets, unnamed, lost] = [
    sum((row) => row.targets),
    sum((row) => row.unnamed),
    sum((row) => row.lost),
  ];
  const width = Math.max(5, ...rows.map(({ route }) => route.length));
  return [
    `${"route".padEnd(width)}  ${"role".padEnd(16)} targets  unnamed  neither name nor attribute`,
    ...rows.map(
      (row) =>
        `${row.route.padEnd(width)}  ${row.role.padEnd(16)} ${String(row.targets).padStart(7)}  ${String(row.unnamed).padStart(7)}  ${String(row.lost).padStart(7)}`,
    ),
    `${targets} targets: ${percent(targets - unnamed, targets)} have a name, ${percent(targets - lost, targets)} a name or an attribute.`,
  ];
}
