// One token, the client's side of RFC 9578: blind, have it signed, finalize. Loaded only when tokens are fetched.
import { RSABSSA } from "@cloudflare/blindrsa-ts";
import {
  challengeOf,
  type Mint,
  modulusOf,
  tokenInputLength,
  tokenLength,
  tokenRequestLength,
  tokenType,
} from "../../schemas/tokens.ts";

export interface Minting {
  /** The body of the token request: says nothing about the token. */
  request: Uint8Array<ArrayBuffer>;
  /** The token from the issuer's answer. Throws when it was not signed by the key. */
  finalize(response: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const digest = async (bytes: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

const blindRsa = () => RSABSSA.SHA384.PSS.Deterministic();

async function importKey(encoded: Uint8Array): Promise<CryptoKey> {
  const modulus = modulusOf(encoded);
  if (!modulus) throw new Error("not a 2048-bit RSASSA-PSS key");
  const jwk = { kty: "RSA", ext: true, n: base64url(modulus), e: "AQAB" };
  return crypto.subtle.importKey("jwk", jwk, { name: "RSA-PSS", hash: "SHA-384" }, true, ["verify"]);
}

/** Begins a token with a nonce of its own. */
export async function beginToken({ key, issuer, origin }: Mint): Promise<Minting> {
  const input = new Uint8Array(tokenInputLength);
  input[1] = tokenType;
  input.set(crypto.getRandomValues(new Uint8Array(32)), 2);
  input.set(await digest(challengeOf(issuer, origin)), 34);
  const keyId = await digest(key);
  input.set(keyId, 66);
  const publicKey = await importKey(key);
  const { blindedMsg, inv } = await blindRsa().blind(publicKey, input);
  const request = new Uint8Array(tokenRequestLength);
  request.set([0, tokenType, keyId.at(-1)!]);
  request.set(blindedMsg, 3);
  return {
    request,
    finalize: async (response) => {
      const signature = await blindRsa().finalize(publicKey, input, response, inv);
      const token = new Uint8Array(tokenLength);
      token.set(input);
      token.set(signature, tokenInputLength);
      return token;
    },
  };
}

export { authorizationOf } from "./authorization.ts";
