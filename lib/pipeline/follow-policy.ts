// The company's word is read, kept, and followed at once: what it forbids stops and is taken out of what waits.
import { readDoorway } from "../consent/doorway.ts";
import { enact } from "../consent/enact.ts";
import type { Event } from "../consent/machine.ts";
import { countDropped } from "../diagnostics/dropped.ts";
import { tellPages } from "../messaging/tell-pages.ts";
import { type Deletes, deleteSteps } from "../personal-data/delete.ts";
import { allows } from "../policy/narrow.ts";
import { readManaged } from "../policy/read-managed.ts";
import { heldBack, policyOf } from "../policy/state.ts";
import { breakOff } from "../shipping/under-way.ts";
import type { Database } from "../store/database.ts";
import { readSetting } from "../store/database.ts";
import { write } from "../store/writer.ts";
import type { Pipeline } from "./pipeline.ts";
import { showState } from "./toolbar.ts";

/**
 * Reads managed storage; where the company says something new it is followed. Returns whether it did. `answered` is
 * called when a browser that was silent has something to say after all.
 */
export async function followPolicy(
  { database, make }: Pick<Pipeline, "database" | "make">,
  answered: () => void,
): Promise<boolean> {
  const read = await readManaged(answered);
  return follow({ database, make }, { is: "policy", read });
}

/** Writes the company's word, whichever way it came, and follows what is new in it. Returns whether something is. */
export async function follow(
  { database, make }: Pick<Pipeline, "database" | "make">,
  word: Extract<Event, { is: "policy" | "stop-file" | "tool-list" }>,
): Promise<boolean> {
  const before = await readDoorway(database);
  await enact(database, word);
  const after = await readDoorway(database);
  const same = JSON.stringify([before.policy, before.tools]) === JSON.stringify([after.policy, after.tools]);
  if (same && before.policy.is !== "waiting") return false;
  const held = heldBack(after.policy) !== null;
  if (held) breakOff();
  // Pages first: what is on its way is refused by the gate, which reads what was just written.
  // A page that does not answer does not hold up the toolbar.
  await Promise.all([tellPages(held ? "page.stop" : "page.configure"), showState(database)]);
  await takeBack(database, make);
  return !same;
}

/** Takes out of the open trajectory and of what waits to leave all that the policy does not allow, and counts it. */
export async function takeBack(database: Database, make: Pipeline["make"]): Promise<void> {
  const policy = policyOf((await readDoorway(database)).policy);
  if (!policy) return;
  const tools = new Map((await database.tools.toArray()).map((tool) => [tool.id, tool]));
  const waiting = await database.shipments.where("state").equals("waiting").toArray();
  const open = await readSetting(database, "open-trajectory");
  const among = [...waiting.map(({ trajectory }) => trajectory), ...(open ? [open.id] : [])];
  /** By name: a cut that is tried again asks again. */
  const taken = new Set<string>();
  const forbidden: Deletes = ({ trajectory, n, tool, kind }) => {
    const row = tools.get(tool);
    // Of a tool whose row is gone nobody can tell what the company allows.
    if (row && allows(policy, row, kind)) return false;
    taken.add(`${trajectory} ${n}`);
    return true;
  };
  await deleteSteps(database, forbidden, { make, among });
  if (taken.size > 0) await write(database, () => countDropped(database, { "policy-forbids": taken.size }));
}
