// Runs the dataset tool over the run's collector, as `npm run dataset -- build` does.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type DatasetTrajectory, datasetTrajectorySchema } from "../../schemas/dataset.ts";
import type { RunFolder } from "./run-folder.ts";

export interface MadeDataset {
  trajectories: DatasetTrajectory[];
  /** The tool's own counts, as it prints them. */
  said: string;
}

/** Builds the dataset and reads it back. Throws with the tool's words when it could not be built. */
export function makeDataset(root: string, { collectorFile, dataset }: RunFolder): MadeDataset {
  const main = join(root, "collector", "dataset", "main.ts");
  const args = [main, "build", "--from", collectorFile, "--out", dataset];
  const done = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${done.stderr}${done.stdout}`.trim());
  const lines = readFileSync(join(dataset, "trajectories.jsonl"), "utf8").split("\n").filter(Boolean);
  return {
    trajectories: lines.map((line) => datasetTrajectorySchema.parse(JSON.parse(line))),
    said: done.stdout.trim(),
  };
}
