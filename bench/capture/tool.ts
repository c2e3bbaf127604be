// A tool that the bench works in.
import type { Driver } from "./driver.ts";
import type { Spot } from "./page/spot.ts";
import type { Data } from "./planted.ts";
import type { Recorder } from "./recorder.ts";
import type { Door } from "./tab.ts";

export interface BenchTool {
  name: string;
  version: string;
  /** Addresses that are listed as tools; the first is the one that is worked in. */
  addresses: readonly string[];
  /** Name of its vocabulary's file. */
  vocabulary: string;
  /** Random acts of a full run. */
  walk: number;
  /** Random acts between two fresh starts. */
  every: number;
  /** Acts that somebody wrote, in this order. */
  scripted(driver: Driver, recorder: Recorder): Promise<void>;
  safe(spot: Spot): boolean;
  /** Loads the tool anew and waits until it can be worked in. */
  restart(driver: Driver): Promise<void>;
  /** Frames that a walk goes through. */
  doors?(driver: Driver): readonly Door[];
  /** States that can be built again after a reload, each from a fresh start. */
  states: readonly ((driver: Driver) => Promise<void>)[];
  close(): Promise<void>;
}

export type StartTool = (folder: string, signal: AbortSignal, data: Data) => Promise<BenchTool>;
