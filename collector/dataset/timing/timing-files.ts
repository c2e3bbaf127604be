// The build's files of timing: the population's model, and what was drawn from it for each trajectory.
import type { DatasetTrajectory } from "../../../schemas/dataset.ts";
import type { Shipment } from "../../../schemas/shipment.ts";
import { createRowFile, type RowFile } from "../row-file.ts";
import { drawTiming } from "./draw.ts";
import { fitTiming } from "./fit.ts";
import { placesIn } from "./places.ts";
import type { ReportsInput } from "./read-reports.ts";

export interface TimingInput extends ReportsInput {
  /** The same seed draws the same timing. */
  seed: number;
}

export interface TimingFiles {
  files: RowFile[];
  write(row: DatasetTrajectory): void;
}

/** `shipments` tell the role and the length of what reports only name. */
export function createTimingFiles(
  { reports, seed }: TimingInput,
  shipments: Iterable<Shipment>,
  out: string,
): TimingFiles {
  const model = fitTiming(reports, placesIn(shipments));
  const modelFile = createRowFile(out, "timing-model.json");
  modelFile.write(model);
  const drawn = createRowFile(out, "timing.jsonl");
  return {
    files: [modelFile, drawn],
    write: (row) => drawn.write(drawTiming(row, model, seed)),
  };
}
