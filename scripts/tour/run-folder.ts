// One folder a run: everything that a run leaves behind lies in it.
import { mkdirSync } from "node:fs";
import { join, relative } from "node:path";

export interface RunFolder {
  folder: string;
  profile: string;
  nodeRed: string;
  screenshots: string;
  dataset: string;
  collectorFile: string;
  /** Where the personal export is saved. */
  exported: string;
}

/** Makes `.tooltrail/run-STAMP` with its folders. */
export function makeRunFolder(root: string, at = new Date()): RunFolder {
  const stamp = at.toISOString().slice(0, 19).replaceAll(":", "-");
  const folder = join(root, ".tooltrail", `run-${stamp}`);
  const run = {
    folder,
    profile: join(folder, "profile"),
    nodeRed: join(folder, "node-red"),
    screenshots: join(folder, "screenshots"),
    dataset: join(folder, "dataset"),
    collectorFile: join(folder, "collector.sqlite"),
    exported: join(folder, "personal-export.zip"),
  };
  mkdirSync(run.screenshots, { recursive: true });
  return run;
}

/** A path as it is shown: from where the command was run. */
export const shown = (path: string): string => relative(process.cwd(), path) || ".";
