// `collector store-key`: makes the key that signs stop file and tool list, and says what company.json has of it.
import type { JWK } from "jose";
import type { Configuration } from "../configuration.ts";
import { publicHalf, storeKey } from "./stop-file.ts";

const half = (key: JWK): string => `  "keys": { "store": ${JSON.stringify(publicHalf(key))} }`;

/** Says what a key that was just made is, and where it belongs. */
export const sayKey = (file: string, key: JWK): void =>
  console.warn(`A new key of the store was made: ${file}
Who has it can say for your company that recording is stopped, and sign tool lists. Keep it where your company keeps such
keys, with a second copy, not on the store's machine. Its public half goes into company.json, before you pack:
${half(key)}
`);

/** Publishes nothing. */
export async function showStoreKey({ key: file }: Configuration<"store-key">): Promise<void> {
  const { key, made } = await storeKey(file);
  if (made) sayKey(file, key);
  else console.log(`The public half of ${file}, for company.json:\n${half(key)}`);
}
