// The signed stop file: `npm run collector -- stop`. Who reads it checks the signature by the key that company.json names.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CompactSign, compactVerify, exportJWK, generateKeyPair, importJWK, type JWK } from "jose";
import { type StoreKey, storeKeySchema } from "../../schemas/company.ts";
import { type Stop, stopSchema } from "../../schemas/stop.ts";

export const stopFile = "stop.jws";
const alg = "ES256";

/** The public half, as company.json names it. */
export const publicHalf = ({ kty, crv, x, y }: JWK): StoreKey => storeKeySchema.parse({ kty, crv, x, y });

/** The store's key from its file; made, once, where there is none. */
export async function storeKey(file: string): Promise<{ key: JWK; made: boolean }> {
  if (existsSync(file)) return { key: JSON.parse(readFileSync(file, "utf8")) as JWK, made: false };
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  const key = await exportJWK(privateKey);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(key)}\n`, { mode: 0o600, flag: "wx" });
  return { key, made: true };
}

/** So long a "no stop" is believed by a browser that hears of it late. */
const usually = 90 * 24 * 3_600_000;

/** The stop file's text. */
export async function signStop(
  key: JWK,
  said: Pick<Stop, "stop" | "at"> & { until?: number },
): Promise<string> {
  const stop: Stop = stopSchema.parse({ format: "tooltrail-stop/1", until: said.at + usually, ...said });
  const bytes = new TextEncoder().encode(JSON.stringify(stop));
  return new CompactSign(bytes).setProtectedHeader({ alg }).sign(await importJWK(key, alg));
}

/** What a stop file says, or null where it is not signed by this key or is none. */
export async function readStop(text: string, key: StoreKey): Promise<Stop | null> {
  try {
    const { payload } = await compactVerify(text.trim(), await importJWK(key, alg), { algorithms: [alg] });
    return stopSchema.parse(JSON.parse(new TextDecoder().decode(payload)));
  } catch {
    // Another key, a flipped byte or no such form: all are the same to who asks, and none is followed.
    return null;
  }
}

/** Puts the stop file into the store's folder in one step. */
export function writeStop(store: string, text: string): void {
  const partial = join(store, `.${stopFile}.partial`);
  writeFileSync(partial, `${text}\n`);
  renameSync(partial, join(store, stopFile));
}
