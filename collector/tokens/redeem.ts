// Redeems a token with the issuer's public key only. Who it was issued to, nobody can tell from it.
import { constants, createHash, createPublicKey, type KeyObject, verify } from "node:crypto";
import { epochAfter, epochOf } from "../../schemas/epoch.ts";
import {
  challengeOf,
  modulusOf,
  type TokenKeys,
  tokenInputLength,
  tokenLength,
  tokenType,
} from "../../schemas/tokens.ts";

export interface Redeemed {
  /** Names the token, so that it is spent once. */
  nullifier: Buffer;
  /** The week whose key signed it: when its nullifier may be forgotten. */
  epoch: string;
}

export type Redeem = (authorization: string | undefined, now: number) => Redeemed | "no-token" | "bad-token";

const nullifierOf = (input: Uint8Array) =>
  createHash("sha256").update("tooltrail-nullifier").update(input).digest();
const header = /^PrivateToken token="?([A-Za-z0-9_-]+)={0,2}"?$/;

/** A public key from its published form. Throws for any other form. */
export function tokenKeyOf(encoded: string): { id: string; key: KeyObject } {
  const bytes = Buffer.from(encoded, "base64url");
  const modulus = modulusOf(bytes);
  if (!modulus) throw new Error("A token key is not a 2048-bit RSASSA-PSS key.");
  const n = Buffer.from(modulus).toString("base64url");
  return {
    id: createHash("sha256").update(bytes).digest("base64url"),
    key: createPublicKey({ key: { kty: "RSA", n, e: "AQAB" }, format: "jwk" }),
  };
}

/** Takes tokens of this week's key and, because shipments wait, of the `grace` weeks before. */
export function redeemerOf({ issuer, origin, keys }: TokenKeys, grace: number): Redeem {
  const challenge = createHash("sha256").update(challengeOf(issuer, origin)).digest();
  const byId = new Map(
    keys.map(({ epoch, key }) => {
      const known = tokenKeyOf(key);
      return [known.id, { epoch, key: known.key }];
    }),
  );
  return (authorization, now) => {
    const text = header.exec(authorization ?? "")?.[1];
    if (text === undefined) return "no-token";
    const token = Buffer.from(text, "base64url");
    if (token.length !== tokenLength || token.readUInt16BE(0) !== tokenType) return "bad-token";
    if (!challenge.equals(token.subarray(34, 66))) return "bad-token";
    const known = byId.get(token.subarray(66, 98).toString("base64url"));
    const week = epochOf(now);
    if (!known || known.epoch > week || known.epoch < epochAfter(week, -grace)) return "bad-token";
    const input = token.subarray(0, tokenInputLength);
    const pss = { key: known.key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
    if (!verify("sha384", input, pss, token.subarray(tokenInputLength))) return "bad-token";
    return { nullifier: nullifierOf(input), epoch: known.epoch };
  };
}
