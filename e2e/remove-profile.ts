import { rm } from "node:fs/promises";

/** Removes a folder that a browser wrote into: one that has quit may still be writing its profile for a moment. */
export const removeProfile = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5 });
