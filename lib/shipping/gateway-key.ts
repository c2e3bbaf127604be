// The key that requests are sealed to: fetched where they go, kept for a day, forgotten when the gateway does not know it.
import { gatewayPath, keysType } from "../../schemas/sealing.ts";
import { now } from "../platform/clock.ts";
import type { KeyConfiguration } from "../sealing/key-configuration.ts";
import { type Database, readSetting } from "../store/database.ts";
import { ask } from "./ask.ts";

const day = 24 * 3_600_000;

/** Null when it cannot be had now. The relay gives everybody the same, so with one the collector is not asked. */
export async function readGatewayKey(
  database: Database,
  from: string,
  signal: AbortSignal,
): Promise<KeyConfiguration | null> {
  const { readKeyConfigurations } = await import("../sealing/key-configuration.ts");
  const kept = await readSetting(database, "gateway-key");
  const age = kept ? now() - kept.fetchedAt : day;
  if (kept && kept.from === from && age >= 0 && age < day) return readKeyConfigurations(kept.bytes);
  const answer = await ask(`${from}${gatewayPath}`, { headers: { accept: keysType } }, signal);
  const key = answer?.status === 200 && answer.type === keysType ? readKeyConfigurations(answer.body) : null;
  if (answer && key)
    await database.settings.put({ key: "gateway-key", from, bytes: answer.body, fetchedAt: now() });
  return key;
}

export const forgetGatewayKey = (database: Database): Promise<void> =>
  database.settings.delete("gateway-key");
