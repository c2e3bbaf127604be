// What a run found, for a reader.
import type { Pair } from "./compare.ts";
import type { ToolResult } from "./run-tool.ts";
import { type KindFigures, share } from "./tally.ts";

const figure = (part: number, whole: number): string => share(part, whole).toFixed(3);

/** The first differences of a tool, one a line. */
export function printDifferences(
  { name, pairs, ledger, dropped, again, names, seconds }: ToolResult,
  most: number,
): void {
  const wrong = pairs.filter(
    ({ truth, recorded, target, measures }) => !truth || !recorded || !target || !measures,
  );
  console.log(
    `${name}: ${ledger.acts} acts, ${ledger.truths.length} steps due, ${wrong.length} differences, ${Math.round(seconds)} s`,
  );
  const shown = new Map<string, number>();
  for (const pair of wrong) {
    const sort = `${(pair.truth ?? pair.recorded)!.kind} ${Boolean(pair.truth)} ${Boolean(pair.recorded)} ${pair.target}`;
    shown.set(sort, (shown.get(sort) ?? 0) + 1);
    if (shown.get(sort)! <= most) console.log(`  ${sentence(pair, pairs)}`);
  }
  const left = Object.entries(again.left).map(([reason, count]) => `${count} left out: ${reason}`);
  const found = `${again.right} of ${again.targets} by some selector, ${again.byPath} by the click path`;
  console.log(`  after a reload: ${[found, ...left].join("; ")}`);
  for (const line of again.wrong.slice(0, most)) console.log(`    not found again: ${line}`);
  console.log(`  named: ${names.named} of ${names.targets} targets; ${names.known} by name or attribute`);
  const unnamed = [...names.unnamed].sort(([, a], [, b]) => b - a).slice(0, most);
  for (const [what, count] of unnamed) console.log(`    without a name, ${count} times: ${what}`);
  if (Object.keys(dropped).length > 0) console.log(`  dropped: ${JSON.stringify(dropped)}`);
  if (ledger.left.size > 0) console.log(`  not done: ${JSON.stringify(Object.fromEntries(ledger.left))}`);
}

/** What was done when an extra step began. */
function during(at: number, pairs: readonly Pair[]): string {
  const before = pairs.flatMap(({ truth }) => (truth && truth.from <= at + 60 ? [truth] : []));
  return before.sort((a, b) => a.from - b.from).at(-1)?.note ?? "the start";
}

function sentence({ truth, recorded, target, measures }: Pair, pairs: readonly Pair[]): string {
  const path = (one: Pair["recorded"]) =>
    one?.target?.path
      .map(({ tag, nth }) => `${tag}:${nth}`)
      .slice(-8)
      .join(" > ") ?? "";
  const frame = (truth ?? recorded)!.frame.join("/") || "top";
  if (!recorded) return `missing ${truth!.kind} in ${frame}: ${truth!.note}`;
  const { kind, ...rest } = recorded;
  if (!truth)
    return `extra ${kind} in ${frame} (${during(recorded.at, pairs)}): ${JSON.stringify({ ...rest, at: undefined, tool: undefined, target: undefined, keys: undefined })} ${path(recorded)}`;
  const due = truth.paths?.map((one) =>
    one
      .map(({ name, nth }) => `${name}:${nth}`)
      .slice(-8)
      .join(" > "),
  );
  if (!target)
    return `wrong target of ${kind} in ${frame}: ${truth.note}: ${path(recorded)}, due ${due?.join(" or ")}`;
  const got = Object.fromEntries(Object.keys(truth.measures).map((name) => [name, recorded[name]]));
  return measures
    ? ""
    : `wrong measures of ${kind} in ${frame}: ${truth.note}: ${JSON.stringify(truth.measures)}, recorded ${JSON.stringify(got)}`;
}

/** Kinds as lines, over all tools, and what this browser's driver cannot do. */
export function printTable(
  figures: ReadonlyMap<string, KindFigures>,
  notDriven: readonly (readonly [kind: string, what: string])[] = [],
): void {
  console.log("\nkind         due  recorded  recall  precision  target  measures");
  for (const [kind, one] of [...figures].sort(([a], [b]) => a.localeCompare(b))) {
    const cells = [
      figure(one.matched, one.expected),
      figure(one.matched, one.recorded),
      figure(one.rightTarget, one.matched),
      figure(one.rightMeasures, one.matched),
    ];
    console.log(
      `${kind.padEnd(10)}${String(one.expected).padStart(6)}${String(one.recorded).padStart(10)}  ${cells.map((cell) => cell.padStart(8)).join("")}`,
    );
  }
  for (const [kind, what] of notDriven) console.log(`${kind.padEnd(13)}n/a: ${what}`);
}
