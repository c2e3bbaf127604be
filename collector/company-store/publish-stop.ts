// `collector stop`: signs and lays down the stop file.
import type { Configuration } from "../configuration.ts";
import { publicHalf, signStop, storeKey, writeStop } from "./stop-file.ts";

const keyWarning = (file: string) => `A new key of the store was made: ${file}
Who has it can say for your company that recording is stopped. Keep it where your company keeps such keys, with a second
copy, not on the store's machine. Its public half goes into company.json:`;

/** Writes the file and says what it did. */
export async function publishStop(
  { dir, key: file, stop }: Configuration<"stop">,
  now = Date.now(),
): Promise<void> {
  const { key, made } = await storeKey(file);
  if (made) console.warn(`${keyWarning(file)}\n  "keys": { "store": ${JSON.stringify(publicHalf(key))} }\n`);
  writeStop(dir, await signStop(key, { stop: stop === "yes", at: now }));
  console.log(
    stop === "yes"
      ? "Published: the page says it, and so does every policy. A browser whose package knows the store's key stops within 15 minutes; copy the policy to the others now."
      : "Published: neither the page nor a policy stops recording any more, unless company.json does. Browsers that the file had stopped go on within 15 minutes; one that hears of it in 90 days or later stays stopped until this is signed anew.",
  );
}
