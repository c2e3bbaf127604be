// What keeps things from leaving is written down for the person to see, and goes when it is over.
import type { SendingProblem } from "../../schemas/kept-tokens.ts";
import { now } from "../platform/clock.ts";
import { type Database, readSetting } from "../store/database.ts";

/** The same problem keeps its time. */
export async function noteProblem(database: Database, problem: SendingProblem): Promise<void> {
  const before = await readSetting(database, "sending");
  if (before?.problem === problem) return;
  await database.settings.put({ key: "sending", problem, since: now() });
}

/** Nothing keeps things any more; or, with a name, that one does not. */
export async function noteSent(database: Database, problem?: SendingProblem): Promise<void> {
  const before = await readSetting(database, "sending");
  if (before && (problem === undefined || before.problem === problem))
    await database.settings.delete("sending");
}
