// A browser with the extension in it, whichever browser it is.
import type { StoredRows } from "./stored.ts";
import type { Tab } from "./tab.ts";

export interface Recorder {
  name: "chromium" | "firefox";
  version: string;
  /** Lists a tool as a person does. `vocabulary` is the tool id of one that the build holds. */
  adds(address: string, vocabulary?: string): Promise<void>;
  opens(): Promise<Tab>;
  rows(): Promise<StoredRows>;
  close(): Promise<void>;
}
