// What comes after the person said something: alarm, toolbar and registration follow, then the pages.
import { tellPages } from "../messaging/tell-pages.ts";
import type { Pipeline } from "./pipeline.ts";

export interface Settling {
  /** Alarm, toolbar and registration follow, then pages ask again what they may do, those too that were told to stop. */
  settled<T>(reply: T): Promise<T>;
}

export const createSettling = ({ changed }: Pipeline): Settling => ({
  async settled(reply) {
    await changed();
    await tellPages("page.configure");
    return reply;
  },
});
