// The key that signs packages for Chrome, Edge and Chromium. The extension's id follows from it.
import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { chromiumIdOf } from "./read-crx.ts";

export interface SigningKey {
  pem: string;
  chromiumId: string;
  /** It was made just now. */
  made: boolean;
}

/** Holds the key itself, for where a file would lie about. */
export const keyVariable = "TOOLTRAIL_SIGNING_KEY";

export const warning = (file: string) => `A new signing key was made: ${file}
- It is the extension. Without it there is no update, only another extension, and everything recorded stays behind.
- Who has it can put any code into every browser that takes updates from your store.
- Put it where your company keeps such keys, with a second copy, and take it off this machine.
  Later packs take it by --key FILE or from the environment variable ${keyVariable}.`;

function keyOf(pem: string, made: boolean): SigningKey {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== "rsa" || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    throw new Error("The signing key is not an RSA key of at least 2048 bits.");
  const spki = createPublicKey(key).export({ type: "spki", format: "der" });
  return { pem, chromiumId: chromiumIdOf(spki), made };
}

/** From the environment, else from the file; made, once, where neither is there. */
export function signingKey(file: string, environment: NodeJS.ProcessEnv): SigningKey {
  const given = environment[keyVariable];
  if (given) return keyOf(given, false);
  if (existsSync(file)) return keyOf(readFileSync(file, "utf8"), false);
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 4096 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }) as string;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Never over one that is there, also not over one that came this moment.
  writeFileSync(file, pem, { mode: 0o600, flag: "wx" });
  return keyOf(pem, true);
}
