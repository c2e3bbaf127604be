// What comes after the person said something: alarm, toolbar and registration follow, then the pages.
import { tellPages } from "../messaging/tell-pages.ts";
import type { Pipeline } from "./pipeline.ts";
import { restartPages } from "./restart-pages.ts";

export interface Settling {
  /** Pages ask again what they may do, then the alarm and the toolbar follow. */
  settled<T>(reply: T): Promise<T>;
  /** After pages were told to stop though recording goes on. */
  restarted<T>(reply: T): Promise<T>;
}

export const createSettling = ({ database, changed }: Pipeline): Settling => ({
  async settled(reply) {
    await changed();
    await tellPages("page.configure");
    return reply;
  },
  async restarted(reply) {
    await changed();
    await restartPages(database);
    return reply;
  },
});
