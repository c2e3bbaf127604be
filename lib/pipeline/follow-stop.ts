// The store is asked whether recording is stopped, and for the tool list: at the same cadence in every installation, whatever the person
// answered, so that asking says nothing of anybody (docs/decisions/2026-11-22-all-ask-the-store.md).
import type { Dropped } from "../../schemas/dropped.ts";
import { countDropped } from "../diagnostics/dropped.ts";
import { browser } from "../platform/browser.ts";
import { now } from "../platform/clock.ts";
import { readStop } from "../policy/read-signed.ts";
import { judgeStop } from "../policy/stop.ts";
import { stopEvery, stopSource } from "../policy/stop-source.ts";
import { ask } from "../shipping/ask.ts";
import { readSetting } from "../store/database.ts";
import { write } from "../store/writer.ts";
import { askToolList } from "./follow-list.ts";
import { follow } from "./follow-policy.ts";
import type { Pipeline } from "./pipeline.ts";

const alarm = "stop";

/** Whether an alarm is the one that asks. */
export const asksStore = ({ name }: { name: string }): boolean => name === alarm;

/** Sets the alarm where there is none; it goes on while the worker sleeps. A build without a store sets none. */
export async function keepAsking(): Promise<void> {
  if (!stopSource() || (await browser.alarms.get(alarm))) return;
  await browser.alarms.create(alarm, { periodInMinutes: stopEvery });
}

/** Asks once for all that the store signs. */
export async function askStore(pipeline: Pipeline): Promise<void> {
  await askStop(pipeline);
  await askToolList(pipeline);
}

/** Follows what is new. What is not answered or not believed is counted and changes nothing. */
async function askStop(pipeline: Pipeline): Promise<void> {
  const source = stopSource();
  if (!source) return;
  const { database } = pipeline;
  const count = (reason: Dropped) => write(database, () => countDropped(database, { [reason]: 1 }));
  const answer = await ask(source.address, {}, new AbortController().signal);
  // The company never published one, or took it away: that lifts nothing.
  if (answer?.status === 404) return;
  if (answer?.status !== 200) return count("stop-unanswered");
  const said = await readStop(new TextDecoder().decode(answer.body), source.key);
  const kept = (await readSetting(database, "stop"))?.stop;
  const judged = said && judgeStop(kept, said, now());
  if (judged === "known") return;
  if (!said || judged !== "new") return count("stop-refused");
  if (await follow(pipeline, { is: "stop-file", said })) await pipeline.changed();
}
