// The store's signed tool list is asked for right after the stop file, in every installation alike.
import { countDropped } from "../diagnostics/dropped.ts";
import { readToolList } from "../policy/read-signed.ts";
import { stopSource } from "../policy/stop-source.ts";
import { judgeList } from "../policy/tool-list.ts";
import { ask } from "../shipping/ask.ts";
import { readSetting } from "../store/database.ts";
import { write } from "../store/writer.ts";
import { follow } from "./follow-policy.ts";
import type { Pipeline } from "./pipeline.ts";

/** Beside the stop file. */
const file = "tools.jws";

/**
 * Asks once, and follows a newer one. A store without one leaves the policy's list as it is; that it does not answer at
 * all was counted for the stop file. What is not believed is counted and changes nothing.
 */
export async function askToolList(pipeline: Pipeline): Promise<void> {
  const source = stopSource();
  if (!source) return;
  const { database } = pipeline;
  const answer = await ask(new URL(file, source.address).href, {}, new AbortController().signal);
  if (answer?.status !== 200) return;
  const said = await readToolList(new TextDecoder().decode(answer.body), source.key);
  const kept = (await readSetting(database, "tool-list"))?.list;
  const judged = said && judgeList(kept, said);
  if (judged === "known") return;
  if (!said || judged !== "new") return write(database, () => countDropped(database, { "list-refused": 1 }));
  if (await follow(pipeline, { is: "tool-list", said })) await pipeline.changed();
}
