// RFC 9458, the gateway's side: a sealed request is opened once, and its answer sealed to whoever sent it.
import { randomBytes } from "node:crypto";
import { suite } from "../../schemas/sealing.ts";
import type { GatewayKeys } from "./gateway-keys.ts";
import { type Context, decapsulate, expand, hmac, sealWith } from "./hpke.ts";

/** `unknown-key`: the sender has an older or another gateway's key and should fetch the present one. */
export class SealError extends Error {
  readonly reason: "unknown-key" | "not-sealed";

  constructor(reason: SealError["reason"], cause?: unknown) {
    super(reason, { cause });
    this.name = "SealError";
    this.reason = reason;
  }
}

export interface Opened {
  /** The binary HTTP request with its padding. */
  message: Uint8Array;
  /** Seals the binary HTTP answer; `nonce` is given by tests only. */
  answer(message: Uint8Array, nonce?: Uint8Array): Buffer;
}

const headerLength = 7;
const encLength = 32;
const secretLength = 16;
const requestLabel = Buffer.from("message/bhttp request\0", "latin1");
const responseLabel = Buffer.from("message/bhttp response", "latin1");
const [keyInfo, nonceInfo] = [Buffer.from("key"), Buffer.from("nonce")];
const suiteBytes = Buffer.from([0, suite.kem, 0, suite.kdf, 0, suite.aead]);

const sealAnswer = (context: Context, enc: Uint8Array) => (message: Uint8Array, given?: Uint8Array) => {
  const responseNonce = given ?? randomBytes(secretLength);
  const secret = context.exportSecret(responseLabel, secretLength);
  const prk = hmac(Buffer.concat([enc, responseNonce]), secret);
  const sealed = sealWith({ key: expand(prk, keyInfo, 16), nonce: expand(prk, nonceInfo, 12) }, message);
  return Buffer.concat([responseNonce, sealed]);
};

/** Opens an encapsulated request. Throws SealError, and then nothing of it was looked at. */
export function openRequest(sealed: Uint8Array, keys: GatewayKeys): Opened {
  const header = sealed.subarray(0, headerLength);
  const enc = sealed.subarray(headerLength, headerLength + encLength);
  if (enc.length < encLength || !suiteBytes.equals(header.subarray(1))) throw new SealError("not-sealed");
  const pair = keys.find(header[0]!);
  if (!pair) throw new SealError("unknown-key");
  try {
    const context = decapsulate(pair, enc, Buffer.concat([requestLabel, header]));
    const message = context.open(sealed.subarray(headerLength + encLength));
    return { message, answer: sealAnswer(context, enc) };
  } catch (cause) {
    throw new SealError("not-sealed", cause);
  }
}
