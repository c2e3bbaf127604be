import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { expect, test, vi } from "vitest";
import { modulusOf } from "../../schemas/tokens.ts";
import { rfc9474 as vector } from "./rfc-9474.ts";
import { blindSignerOf, signingKeyOf } from "./sign.ts";

const number = (hex: string) => BigInt(`0x${hex}`);
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));
const url = (n: bigint) =>
  Buffer.from(n.toString(16).padStart(2 * Math.ceil(n.toString(16).length / 2), "0"), "hex").toString(
    "base64url",
  );

function inverse(a: bigint, n: bigint): bigint {
  let [r, next, s, t] = [n, a % n, 0n, 1n];
  while (next > 0n) [r, next, s, t] = [next, r % next, t, s - (r / next) * t];
  return ((s % n) + n) % n;
}

const [p, q] = [number(vector.p), number(vector.q)];
const n = p * q;
const d = inverse(65_537n, (p - 1n) * (q - 1n));
const jwk = {
  kty: "RSA",
  n: url(n),
  e: "AQAB",
  d: url(d),
  p: url(p),
  q: url(q),
  dp: url(d % (p - 1n)),
  dq: url(d % (q - 1n)),
  qi: url(inverse(q, p)),
};

test("RFC 9474 A.1: blinded by the client's library, signed here, finalized by the client's library", async () => {
  const usage = { name: "RSA-PSS", hash: "SHA-384" };
  const open = await crypto.subtle.importKey(
    "jwk",
    { kty: "RSA", n: jwk.n, e: jwk.e, ext: true },
    usage,
    true,
    ["verify"],
  );
  const blind = inverse(number(vector.inverse), n).toString(16).padStart(1024, "0");
  vi.spyOn(crypto, "getRandomValues")
    .mockReturnValueOnce(bytes(vector.salt))
    .mockReturnValueOnce(bytes(blind));
  const suite = RSABSSA.SHA384.PSS.Randomized();
  const { blindedMsg, inv } = await suite.blind(open, bytes(vector.input));
  expect(Buffer.from(blindedMsg).toString("hex")).toBe(vector.blinded);

  const signature = blindSignerOf(createPrivateKey({ key: jwk, format: "jwk" }))(blindedMsg);
  expect(signature?.toString("hex")).toBe(vector.blindSignature);
  const whole = await suite.finalize(open, bytes(vector.input), new Uint8Array(signature!), inv);
  expect(Buffer.from(whole).toString("hex")).toBe(vector.signature);
});

test("what is not a number below the modulus is not signed", () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const { encoded, sign } = signingKeyOf(privateKey.export({ type: "pkcs8", format: "pem" }).toString());
  const modulus = Buffer.from(modulusOf(encoded)!);
  const below = Buffer.from(modulus);
  below[255]! -= 1;
  expect(sign(below)).not.toBeNull();
  expect(sign(modulus)).toBeNull();
  expect(sign(Buffer.alloc(256, 0xff))).toBeNull();
  for (const length of [0, 255, 257]) expect(sign(Buffer.alloc(length))).toBeNull();
});
