// A page script that was told to stop has ended; where recording goes on, a new one takes its place.
import { readDoorway } from "../consent/doorway.ts";
import { agreedTools } from "../consent/gate.ts";
import { fillOpenTabs, isGranted } from "../scope/registration.ts";
import type { Database } from "../store/database.ts";

/** Starts a page script in every open tab of the tools that are agreed to and granted. */
export async function restartPages(database: Database): Promise<void> {
  for (const tool of agreedTools(await readDoorway(database))) {
    if (await isGranted(tool)) await fillOpenTabs(tool);
  }
}
