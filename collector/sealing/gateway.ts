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

/** What an answer is sealed with; good for one. */
export interface AnswerKeys {
  responseNonce: Uint8Array;
  key: Uint8Array;
  nonce: Uint8Array;
}

export interface Opened {
  /** The binary HTTP request with its padding. */
  message: Uint8Array;
  /** `responseNonce` is given by tests only. */
  answerKeys(responseNonce?: Uint8Array): AnswerKeys;
}

const headerLength = 7;
const encLength = 32;
const secretLength = 16;
const requestLabel = Buffer.from("message/bhttp request\0", "latin1");
const responseLabel = Buffer.from("message/bhttp response", "latin1");
const [keyInfo, nonceInfo] = [Buffer.from("key"), Buffer.from("nonce")];
const suiteBytes = Buffer.from([0, suite.kem, 0, suite.kdf, 0, suite.aead]);

const answerKeysOf = (context: Context, enc: Uint8Array) => (given?: Uint8Array) => {
  const responseNonce = given ?? randomBytes(secretLength);
  const secret = context.exportSecret(responseLabel, secretLength);
  const prk = hmac(Buffer.concat([enc, responseNonce]), secret);
  return { responseNonce, key: expand(prk, keyInfo, 16), nonce: expand(prk, nonceInfo, 12) };
};

/** Seals a binary HTTP answer. */
export const sealAnswer = ({ responseNonce, key, nonce }: AnswerKeys, message: Uint8Array): Buffer =>
  Buffer.concat([responseNonce, sealWith({ key, nonce }, message)]);

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
    return { message, answerKeys: answerKeysOf(context, enc) };
  } catch (cause) {
    throw new SealError("not-sealed", cause);
  }
}
