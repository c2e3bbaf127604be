// `collector stop`: signs and lays down the stop file.
import { existsSync } from "node:fs";
import type { Configuration } from "../configuration.ts";
import { signStop, storeKey, writeStop } from "./stop-file.ts";

/** Writes the file and says what it did. */
export async function publishStop(
  { dir, key: file, stop }: Configuration<"stop">,
  now = Date.now(),
): Promise<void> {
  // One made here would be known to no package: nothing would stop, and it would say that it does.
  if (!existsSync(file)) throw new Error(`There is no key ${file}; \`collector -- store-key\` makes one`);
  const { key } = await storeKey(file);
  writeStop(dir, await signStop(key, { stop: stop === "yes", at: now }));
  console.log(
    stop === "yes"
      ? "Published: the page says it, and so does every policy. A browser whose package knows the store's key stops within 15 minutes; copy the policy to the others now."
      : "Published: neither the page nor a policy stops recording any more, unless company.json does. Browsers that the file had stopped go on within 15 minutes; one that hears of it in 90 days or later stays stopped until this is signed anew.",
  );
}
