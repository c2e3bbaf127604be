// For tests: a store's key that signs anything, by the browser's own cryptography.
import { type StoreKey, storeKeySchema } from "../../schemas/company.ts";

const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
const part = (value: unknown) => base64url(new TextEncoder().encode(JSON.stringify(value)));

export interface Signer {
  key: StoreKey;
  sign: (said: unknown, header?: object) => Promise<string>;
}

export async function createSigner(): Promise<Signer> {
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const { publicKey, privateKey } = await crypto.subtle.generateKey(curve, true, ["sign", "verify"]);
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", publicKey);
  const sign = async (said: unknown, header: object = { alg: "ES256" }) => {
    const signed = `${part(header)}.${part(said)}`;
    const how = { name: "ECDSA", hash: "SHA-256" };
    const signature = await crypto.subtle.sign(how, privateKey, new TextEncoder().encode(signed));
    return `${signed}.${base64url(new Uint8Array(signature))}`;
  };
  return { key: storeKeySchema.parse({ kty, crv, x, y }), sign };
}
