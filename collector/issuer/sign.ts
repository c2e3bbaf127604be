// The blind signature (RFC 9474, section 4.3), as raw RSA of node:crypto.
import {
  constants,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
} from "node:crypto";
import { encodeTokenKey } from "../../schemas/tokens.ts";

export interface SigningKey {
  /** The published form of the public half. */
  encoded: Uint8Array<ArrayBuffer>;
  /** The signature, or null when the input is not a number below the modulus or the result does not verify. */
  sign(blinded: Uint8Array): Buffer | null;
}

const padding = constants.RSA_NO_PADDING;

/** Signs with this key; null when the input is not a number below the modulus or the result does not verify. */
export function blindSignerOf(key: KeyObject): (blinded: Uint8Array) => Buffer | null {
  const open = createPublicKey(key as unknown as string);
  const modulus = modulusBytes(open);
  return (blinded) => {
    if (blinded.length !== modulus.length || Buffer.compare(blinded, modulus) >= 0) return null;
    const signature = privateDecrypt({ key, padding }, blinded);
    // A faulty computation would give the key away (RFC 9474, section 7.1): nothing leaves unverified.
    return publicEncrypt({ key: open, padding }, signature).equals(blinded) ? signature : null;
  };
}

const modulusBytes = (key: KeyObject) => Buffer.from(key.export({ format: "jwk" }).n as string, "base64url");

/** A key from its PEM. It must be used for nothing else. */
export function signingKeyOf(pem: string): SigningKey {
  const key = createPrivateKey(pem);
  return { encoded: encodeTokenKey(modulusBytes(createPublicKey(pem))), sign: blindSignerOf(key) };
}
