// What the machine is and what it was doing: no name of it, no path.
import { cpus, loadavg, totalmem } from "node:os";

export interface Machine {
  processor: string;
  cores: number;
  memoryGb: number;
  system: string;
  /** Over the last minute, as the run began. */
  loadAverage: number;
}

export const readMachine = (): Machine => ({
  processor: cpus()[0]?.model.trim() ?? "unknown",
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 1024 ** 3),
  system: process.platform,
  loadAverage: Number(loadavg()[0]!.toFixed(2)),
});
