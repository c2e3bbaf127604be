// `collector erase --keys FILE`: for who has the file of the erase keys and no extension any more.
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { Configuration } from "../configuration.ts";
import { eraser } from "./carry-erasure.ts";
import { eraseAll } from "./erase-all.ts";
import { readKeys } from "./read-keys.ts";

/** Sends every key, says what came of it, and fails where one is left. */
export async function eraseByFile({ keys: file, collector, relay, seconds }: Configuration<"erase">) {
  const keys = readKeys(readFileSync(file, "utf8"));
  if (!keys) throw new Error(`${file} is no file of erase keys, such as erase-keys.json of an export`);
  const pause = () => wait(Math.random() * 2 * seconds * 1000);
  const { acknowledged, left } = await eraseAll(keys, await eraser({ collector, relay }), pause);
  console.log(
    `${acknowledged.length} of ${keys.length} keys were acknowledged: what they belong to is erased.`,
  );
  if (left.length > 0)
    throw new Error(`${left.length} keys were not acknowledged; run the same command again later`);
}
