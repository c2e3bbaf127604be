// RFC 9458, the client's side: a request is turned into binary HTTP, padded and sealed to the gateway's key. Loaded
// only when something is sent (dynamic import), because HPKE weighs more than the rest of the worker's shipping.
import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { BHttpDecoder, BHttpEncoder } from "bhttp-js";
import type { KeyConfiguration } from "./key-configuration.ts";
import { paddedSize } from "./padded-size.ts";

/** A request on its way: the bytes to post, and the only one who can read the answer. */
export interface SealedRequest {
  /** Its length is one of `sealedSizes`. */
  bytes: Uint8Array<ArrayBuffer>;
  /** The inner answer. Throws when the bytes were not sealed by who opened the request. */
  openAnswer(sealed: Uint8Array<ArrayBuffer>): Promise<Response>;
}

export type Sealing = { sealed: SealedRequest } | { sealed: null; reason: "too-large" };

const utf8 = new TextEncoder();
const requestLabel = utf8.encode("message/bhttp request\0");
const responseLabel = utf8.encode("message/bhttp response");
const nonceLength = 16;

const hpke = () =>
  new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });

const joined = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

async function derive(secret: ArrayBuffer, salt: Uint8Array<ArrayBuffer>, [info, length]: [string, number]) {
  const material = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const hkdf = { name: "HKDF", hash: "SHA-256", salt, info: utf8.encode(info) };
  return crypto.subtle.deriveBits(hkdf, material, length * 8);
}

async function openAnswer(secret: ArrayBuffer, enc: Uint8Array, sealed: Uint8Array<ArrayBuffer>) {
  const salt = joined(enc, sealed.subarray(0, nonceLength));
  const raw = await derive(secret, salt, ["key", 16]);
  const iv = await derive(secret, salt, ["nonce", 12]);
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["decrypt"]);
  const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed.subarray(nonceLength));
  return new BHttpDecoder().decodeResponse(new Uint8Array(plain));
}

/** For tests against published vectors: the message as it is, and the encapsulated key's secret. */
export interface Fixed {
  ephemeral?: CryptoKeyPair;
}

/** Seals bytes that are a binary HTTP message already. */
export async function sealMessage(message: Uint8Array, key: KeyConfiguration, fixed: Fixed = {}) {
  const suite = hpke();
  const recipientPublicKey = await suite.kem.deserializePublicKey(key.publicKey);
  const context = await suite.createSenderContext({
    recipientPublicKey,
    info: joined(requestLabel, key.header),
    ...(fixed.ephemeral ? { ekm: fixed.ephemeral } : {}),
  });
  const enc = new Uint8Array(context.enc);
  const sealed = new Uint8Array(await context.seal(message));
  const secret = await context.export(responseLabel, nonceLength);
  return {
    bytes: joined(key.header, enc, sealed),
    openAnswer: (answer: Uint8Array<ArrayBuffer>) => openAnswer(secret, enc, answer),
  };
}

/** Seals a request to the gateway, `least` bytes long. What is too large for the largest size is told, not thrown. */
export async function sealRequest(request: Request, key: KeyConfiguration, least = 0): Promise<Sealing> {
  const message = await new BHttpEncoder().encodeRequest(request);
  const size = paddedSize(message.length, least);
  if (size === null) return { sealed: null, reason: "too-large" };
  const padded = new Uint8Array(size);
  padded.set(message);
  return { sealed: await sealMessage(padded, key) };
}
