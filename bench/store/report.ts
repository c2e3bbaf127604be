// The end of a bench: a table, one line of JSON, and on request the results as a file.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Machine, readMachine } from "../overhead/machine.ts";
import { type Spread, spreadOf } from "../overhead/statistics.ts";

export interface Bound {
  name: string;
  figure: number | null;
  least?: number;
  most?: number;
  holds: boolean;
}

export const atMost = (name: string, figure: number, most: number): Bound => ({
  name,
  figure: rounded(figure),
  most,
  holds: figure <= most,
});
export const atLeast = (name: string, figure: number, least: number): Bound => ({
  name,
  figure: rounded(figure),
  least,
  holds: figure >= least,
});

const rounded = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(4)) : null;

export interface Results {
  bench: string;
  figures: Record<string, number>;
  /** Single values behind the figures: their median, quartiles and number are kept. */
  spread: Record<string, readonly number[]>;
  bounds: readonly Bound[];
  problems: readonly string[];
  versions: Record<string, string>;
  machine: Machine;
  /** Milliseconds since the epoch. */
  began: number;
  write: boolean;
}

export { readMachine };

const root = resolve(import.meta.dirname, "../..");

/** Prints all of it, and lets the process fail where a bound or anything else does. */
export function finish(results: Results): void {
  const { bench, bounds, problems, machine, began, write } = results;
  const figures = Object.fromEntries(
    Object.entries(results.figures).map(([name, value]) => [name, rounded(value)]),
  );
  console.log("");
  for (const [name, value] of Object.entries(figures))
    console.log(`${name.padEnd(36)}${value ?? "not measured"}`);
  console.log("");
  for (const { name, figure, most, least, holds } of bounds) {
    const limit = most === undefined ? `at least ${least}` : `at most ${most}`;
    console.log(`${holds ? "holds" : "FAIL "} ${name.padEnd(44)} ${figure ?? "not measured"} (${limit})`);
  }
  for (const problem of problems) console.log(`FAIL  ${problem}`);
  const pass = problems.length === 0 && bounds.every(({ holds }) => holds);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const line = {
    bench,
    pass,
    bounds,
    problems,
    figures,
    spread: Object.fromEntries(
      Object.entries(results.spread).map(([name, values]): [string, Spread | null] => [
        name,
        spreadOf(values),
      ]),
    ),
    versions: { ...results.versions, node: process.versions.node, tooltrail: version },
    machine,
    seconds: Math.round((Date.now() - began) / 1000),
  };
  if (write) {
    mkdirSync(join(root, "bench/results"), { recursive: true });
    writeFileSync(join(root, `bench/results/${bench}.json`), `${JSON.stringify(line, null, 2)}\n`);
  }
  console.log(JSON.stringify(line));
  process.exitCode = pass ? 0 : 1;
}
