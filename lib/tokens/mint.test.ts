import { expect, test, vi } from "vitest";
import { challengeOf, encodeTokenKey, modulusOf } from "../../schemas/tokens.ts";
import { authorizationOf, beginToken } from "./mint.ts";
import { rfc9578 as vector } from "./rfc-9578.ts";

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));
const hex = (value: Uint8Array) => Buffer.from(value).toString("hex");
const mint = { key: bytes(vector.key), issuer: "issuer.example", origin: "origin.example" };

/** The random numbers of the vector, in the order in which they are drawn. */
const asInVector = () => {
  const drawn = [vector.nonce, vector.salt, vector.blind].map(bytes);
  vi.spyOn(crypto, "getRandomValues").mockImplementation((array) => {
    const next = drawn.shift()!;
    (array as Uint8Array).set(next);
    return array;
  });
};

test("RFC 9578 B.2: challenge, request, token", async () => {
  asInVector();
  expect(hex(challengeOf(mint.issuer, mint.origin))).toBe(vector.challenge);
  const minting = await beginToken(mint);
  expect(hex(minting.request)).toBe(vector.request);
  expect(hex(await minting.finalize(bytes(vector.response)))).toBe(vector.token);
});

test("an answer that was not signed by the key gives no token", async () => {
  asInVector();
  const minting = await beginToken(mint);
  const changed = bytes(vector.response);
  changed[9]! ^= 1;
  await expect(minting.finalize(changed)).rejects.toThrow();
  await expect(minting.finalize(changed.subarray(1))).rejects.toThrow();
});

test("a published key has one form; anything else is not a key", () => {
  const key = bytes(vector.key);
  expect(hex(encodeTokenKey(modulusOf(key)!))).toBe(vector.key);
  expect(modulusOf(key.subarray(1))).toBeNull();
  expect(modulusOf(new Uint8Array([...key, 0]))).toBeNull();
  for (const at of [0, 10, 80, 340]) {
    const changed = Uint8Array.from(key);
    changed[at]! ^= 1;
    expect(modulusOf(changed)).toBeNull();
  }
});

test("a token is shown as RFC 9577 writes it", () => {
  expect(authorizationOf(new Uint8Array([0xfb, 0xff, 1]))).toBe('PrivateToken token="-_8B"');
});
