// Reads all that the gate asks, fresh from disk: no truth is kept in memory.
import { noticeVersion } from "../../schemas/notice-version.ts";
import { now } from "../platform/clock.ts";
import { patience } from "../platform/patience.ts";
import { policyState } from "../policy/state.ts";
import { withStop } from "../policy/stop.ts";
import { type Database, readSettings } from "../store/database.ts";
import type { Doorway } from "./gate.ts";
import { isLapsed, isShared } from "./lapse.ts";
import type { Stored, World } from "./machine.ts";
import { consentIn } from "./state.ts";

/** All that lies on disk and decides what may be recorded. */
export async function readStored(database: Database): Promise<Stored> {
  const [receipts, tools, { pause, profile, policy, stop, "tool-list": list }] = await Promise.all([
    database.receipts.toArray(),
    database.tools.toArray(),
    readSettings(database, ["pause", "policy", "profile", "stop", "tool-list"]),
  ]);
  return {
    receipts,
    tools,
    pause: pause?.pause,
    profile: profile?.profile,
    policy: policy?.policy,
    stop: stop?.stop,
    list: list?.list,
  };
}

/** What is not on disk. */
export const thisWorld = (): Omit<World, "id"> => ({
  now: now(),
  notice: noticeVersion,
  patience: patience(),
});

/** What the gate sees of it. `usedAt` is when a step was last kept, which only a shared profile asks for. */
export function doorwayOf(stored: Stored, usedAt: number, world: Omit<World, "id">): Doorway {
  const { tools, pause } = stored;
  const policy = withStop(policyState(stored.policy, world), stored.stop);
  const consent = isLapsed(stored, usedAt, world)
    ? { answer: "unanswered" as const, kinds: [], tools: [] }
    : consentIn(stored, world);
  return { consent, tools, pause, policy, now: world.now };
}

/** When a step was last kept, or 0. */
export async function readUsedAt(database: Database): Promise<number> {
  return (await database.frames.orderBy("seenAt").last())?.seenAt ?? 0;
}

export async function readDoorway(database: Database): Promise<Doorway> {
  const stored = await readStored(database);
  const world = thisWorld();
  return doorwayOf(stored, isShared(stored, world) ? await readUsedAt(database) : 0, world);
}
