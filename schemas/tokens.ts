// Privacy Pass, type 2 (RFC 9577 and 9578): how keys, requests and tokens look.
import { z } from "zod";
import { weekSchema } from "./id.ts";

/** How many a person has a week, whoever they are: what leaves of a person in a week is no more. */
export const tokensPerWeek = 50;

/** Blind RSA with 2048 bits. */
export const tokenType = 2;
export const modulusLength = 256;
/** Token type, key id's last byte, blinded message. */
export const tokenRequestLength = 3 + modulusLength;
/** Token type, nonce, digest of the challenge, key id: what is signed. */
export const tokenInputLength = 2 + 32 + 32 + 32;
export const tokenLength = tokenInputLength + modulusLength;

export const tokenRequestType = "application/private-token-request";
export const tokenResponseType = "application/private-token-response";
export const directoryPath = "/.well-known/private-token-issuer-directory";
export const directoryType = "application/private-token-issuer-directory";
export const tokenRequestPath = "/token-request";
export const tokenKeysPath = "/v1/token-keys";

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

// A 2048-bit RSASSA-PSS key (SHA-384, MGF1 with SHA-384, salt of 48) with exponent 65537 has one encoding: all
// around the modulus is fixed. So it is compared, not parsed.
const before = bytes(
  "30820152303d06092a864886f70d01010a3030a00d300b0609608648016503040202a11a301806092a864886f70d010108300b" +
    "0609608648016503040202a2030201300382010f003082010a0282010100",
);
const after = bytes("0203010001");

/** A key as issuers publish it (RFC 9578, section 6.5), from its modulus. */
export function encodeTokenKey(modulus: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoded = new Uint8Array(before.length + modulusLength + after.length);
  encoded.set(before);
  encoded.set(modulus, before.length);
  encoded.set(after, before.length + modulusLength);
  return encoded;
}

/** The modulus of a published key, or null when it is not a key of this one form. */
export function modulusOf(encoded: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const modulus = encoded.slice(before.length, before.length + modulusLength) as Uint8Array<ArrayBuffer>;
  const same = encodeTokenKey(modulus.length === modulusLength ? modulus : new Uint8Array(modulusLength));
  const fits = same.length === encoded.length && same.every((byte, at) => byte === encoded[at]);
  return fits && modulus[0]! >= 0x80 ? modulus : null;
}

const word = (n: number) => [n >> 8, n & 0xff];

/** The challenge that every token answers: the same for everybody, so that tokens can be fetched ahead. */
export function challengeOf(issuer: string, origin: string): Uint8Array<ArrayBuffer> {
  const utf8 = new TextEncoder();
  const [name, info] = [utf8.encode(issuer), utf8.encode(origin)];
  return Uint8Array.from([
    ...word(tokenType),
    ...word(name.length),
    ...name,
    0, // no redemption context
    ...word(info.length),
    ...info,
  ]);
}

const hostSchema = z.string().regex(/^[a-z0-9.-]+(:\d{1,5})?$/);
/** An encoded key as base64url: 342 bytes. */
export const encodedKeySchema = z.string().regex(/^[A-Za-z0-9_-]{456}$/);

/** What the collector publishes: the keys whose tokens it redeems, one a week. */
export const tokenKeysSchema = z.strictObject({
  format: z.literal("tooltrail-token-keys/1"),
  /** Name of the issuer, as it stands in the challenge. */
  issuer: hostSchema,
  /** Name of the collector, as it stands in the challenge. */
  origin: hostSchema,
  keys: z.array(z.strictObject({ epoch: weekSchema, key: encodedKeySchema })).max(200),
});
export type TokenKeys = z.infer<typeof tokenKeysSchema>;

/** RFC 9578, section 4. Other issuers may say more. */
export const directorySchema = z.object({
  "issuer-request-uri": z.string().max(2000),
  "token-keys": z
    .array(
      z.object({
        "token-type": z.int(),
        "token-key": z.string().max(2000),
        "not-before": z.int().optional(),
      }),
    )
    .max(500),
});
export type IssuerDirectory = z.infer<typeof directorySchema>;

/** What a token is minted for: the pinned key, and the two names in the challenge. */
export interface Mint {
  /** The issuer's key as published. */
  key: Uint8Array<ArrayBuffer>;
  issuer: string;
  origin: string;
}
