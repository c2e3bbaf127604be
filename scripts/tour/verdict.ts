// The end of a tour: what must be true of what was collected, and where everything is.
import { statSync } from "node:fs";
import { actWords, compare } from "./compare.ts";
import type { MadeDataset } from "./make-dataset.ts";
import { type RunFolder, shown } from "./run-folder.ts";
import type { ToldTour } from "./scripted-person.ts";

/** What is not as promised, in words; empty when all is. */
export function faults(
  told: ToldTour,
  collected: readonly string[],
  { trajectories }: MadeDataset,
): string[] {
  const faults: string[] = [];
  if (collected.length !== 1 || collected[0] !== told.preview) {
    faults.push(`The collector holds ${collected.length} shipments, and not just the bytes of the preview.`);
  }
  const steps = trajectories.flatMap((trajectory) => trajectory.steps);
  if (steps.length !== told.left) {
    faults.push(`The dataset holds ${steps.length} steps; the preview said that ${told.left} leave.`);
  }
  for (const { act, row } of compare(told.leaving, steps).found)
    if (row === null) faults.push(`The dataset lacks a step that left: ${actWords(act)}.`);
  return faults;
}

/** Each act of the script beside its row. */
export function comparisonLines(told: ToldTour, { trajectories }: MadeDataset): string[] {
  const steps = trajectories.flatMap((trajectory) => trajectory.steps);
  const { found, others } = compare(told.leaving, steps);
  const rows = new Map(found.map(({ act, row }) => [act, row === null ? "lost" : `row ${row}`]));
  return [
    // The rules for habits keep the others (lib/anonymize/rules.ts).
    ...told.acts.map((act) => `  ${(rows.get(act) ?? "stays").padEnd(7)}  ${actWords(act)}`),
    `  and ${others} more, such as the other half of a double click`,
  ];
}

const kilobytes = (path: string): string => `${Math.ceil(statSync(path).size / 1024)} kB`;

/** Where what the run made lies, and what is in it. */
export const whereLines = (
  run: RunFolder,
  pictures: number,
  shipments: number,
  made: MadeDataset,
): string[] => [
  `screenshots       ${shown(run.screenshots)}: ${pictures} pictures, one an act`,
  `personal export   ${shown(run.exported)}: ${kilobytes(run.exported)}; everything held about the person`,
  `collector's file  ${shown(run.collectorFile)}: ${shipments} shipment`,
  `dataset           ${shown(run.dataset)}: trajectories.jsonl and data-card.json`,
  ...made.said
    .split("\n")
    .filter((line) => !line.startsWith("written"))
    .map((line) => `                    ${line}`),
];
