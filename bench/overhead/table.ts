// What a run found, for a reader: a row a figure, a column a subject.
import type { Bound } from "./bounds.ts";
import type { Figures } from "./figures.ts";
import type { Spread } from "./statistics.ts";

export const inWords = (value: number): string =>
  Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));

export const cell = (spread: Spread | null | undefined): string =>
  spread ? `${inWords(spread.median)} ±${inWords(spread.iqr / 2)}` : "-";

export function printFigures(figures: Figures): void {
  const subjects = Object.keys(figures);
  const names = [...new Set(subjects.flatMap((subject) => Object.keys(figures[subject]!)))];
  const column = (text: string) => text.padStart(20);
  console.log(`\n${"median ± half the IQR".padEnd(26)}${subjects.map(column).join("")}`);
  for (const name of names) {
    const cells = subjects.map((subject) => column(cell(figures[subject]![name])));
    console.log(name.padEnd(26) + cells.join(""));
  }
}

export function printBounds(bounds: readonly Bound[]): void {
  console.log("");
  for (const { name, figure, most, holds } of bounds)
    console.log(
      `${holds ? "holds" : "FAIL "} ${name.padEnd(30)} ${figure === null ? "not measured" : inWords(figure)} (at most ${most})`,
    );
}
