// Senders without a browser: tokens and sealed requests as the extension makes them, for the bench and for tests.
import { constants, createHash, createPrivateKey, randomBytes, sign } from "node:crypto";
import { gzipSync } from "node:zlib";
import { signingKeyOf } from "../../collector/issuer/sign.ts";
import { type KeyConfiguration, readKeyConfigurations } from "../../lib/sealing/key-configuration.ts";
import { sealRequest } from "../../lib/sealing/seal-request.ts";
import { authorizationOf } from "../../lib/tokens/mint.ts";
import { innerPaths } from "../../schemas/erase.ts";
import { challengeOf, type TokenKeys, tokenType } from "../../schemas/tokens.ts";

/** Makes tokens with the issuer's private key: a blind signature and a plain one cannot be told apart. */
export function tokenMaker(
  pem: string,
  { issuer, origin }: Pick<TokenKeys, "issuer" | "origin">,
): () => Uint8Array {
  const key = createPrivateKey(pem);
  const challenge = createHash("sha256").update(challengeOf(issuer, origin)).digest();
  const keyId = createHash("sha256").update(signingKeyOf(pem).encoded).digest();
  return () => {
    const input = Buffer.concat([Buffer.from([0, tokenType]), randomBytes(32), challenge, keyId]);
    const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
    return Buffer.concat([input, sign("sha384", input, pss)]);
  };
}

export interface Ask {
  path?: string;
  token?: Uint8Array;
  body: Uint8Array;
}

/** A sealed request and what opens its answer. */
export async function sealAsk({ path = innerPaths.shipments, token, body }: Ask, key: KeyConfiguration) {
  const headers: Record<string, string> = { "content-type": "application/octet-stream" };
  if (token) headers.authorization = authorizationOf(token);
  const request = new Request(`https://collector.example${path}`, {
    method: "POST",
    body: new Uint8Array(body),
    headers,
  });
  const { sealed } = await sealRequest(request, key);
  if (!sealed) throw new Error("too large to seal");
  return sealed;
}

/** The key configuration that a gateway publishes. */
export function keyOf(published: Uint8Array): KeyConfiguration {
  const key = readKeyConfigurations(published);
  if (!key) throw new Error("no key of ours");
  return key;
}

/** A shipment's text as it travels. */
export const packed = (text: string | Uint8Array): Uint8Array => gzipSync(text);
