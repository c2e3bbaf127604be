import { createHmac, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { decapsulate, encapsulate, hmac, pairOf, recipientOf } from "./hpke.ts";

const hex = (text: string) => Buffer.from(text, "hex");

// RFC 9180, A.1.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode.
const vector = {
  info: hex("4f6465206f6e2061204772656369616e2055726e"),
  skEm: hex("52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736"),
  enc: "37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431",
  skRm: hex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8"),
  pkRm: hex("3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d"),
  pt: hex("4265617574792069732074727574682c20747275746820626561757479"),
  aad: hex("436f756e742d30"),
  ct: "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a",
  exported: {
    "": "3853fe2b4035195a573ffc53856e77058e15d9ea064de3e59f4961d0095250ee",
    "00": "2e8f0b54673c7029649d4eb9d5e33bf1872cf76d623ff164ac185da9e88c21a5",
    "54657374436f6e74657874": "e9e43065102c3836401bed8c3c3c75ae46be1639869391d62c61f1ec7af54931",
  },
};

test("RFC 9180 A.1.1: the sender's bytes and the recipient's", () => {
  const { enc, context } = encapsulate(recipientOf(vector.pkRm), vector.info, pairOf(vector.skEm));
  expect(Buffer.from(enc).toString("hex")).toBe(vector.enc);
  expect(context.seal(vector.pt, vector.aad).toString("hex")).toBe(vector.ct);
  const recipient = pairOf(vector.skRm);
  expect(Buffer.from(recipient.raw)).toEqual(vector.pkRm);
  const opened = decapsulate(recipient, hex(vector.enc), vector.info);
  expect(opened.open(hex(vector.ct), vector.aad)).toEqual(vector.pt);
  for (const [label, secret] of Object.entries(vector.exported)) {
    expect(opened.exportSecret(hex(label), 32).toString("hex")).toBe(secret);
  }
});

test("a changed byte, another key, another context: nothing opens", () => {
  const recipient = pairOf();
  const info = Buffer.from("info");
  const { enc, context } = encapsulate(recipientOf(recipient.raw), info);
  const sealed = context.seal(Buffer.from("text"), Buffer.from("aad"));
  const open = (bytes: Uint8Array, aad = "aad", to = recipient) =>
    decapsulate(to, enc, info).open(bytes, Buffer.from(aad));
  expect(open(sealed).toString()).toBe("text");
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    expect(() => open(changed)).toThrow();
  }
  expect(() => open(sealed, "other")).toThrow();
  expect(() => open(sealed, "aad", pairOf())).toThrow();
  expect(() => open(sealed.subarray(0, 10))).toThrow();
  expect(() => decapsulate(recipient, enc, Buffer.from("other")).open(sealed, Buffer.from("aad"))).toThrow();
});

test("an encapsulated key that agrees with nobody is refused", () => {
  expect(() => decapsulate(pairOf(), new Uint8Array(32), Buffer.alloc(0))).toThrow();
  expect(() => decapsulate(pairOf(), new Uint8Array(31), Buffer.alloc(0))).toThrow();
});

test("HMAC is HMAC", () => {
  for (let length = 0; length <= 64; length++) {
    const [key, one, two] = [randomBytes(length), randomBytes(3 * length), randomBytes(7)];
    const theirs = createHmac("sha256", key).update(one).update(two).digest();
    expect(hmac(key, one, two)).toEqual(theirs);
  }
  expect(() => hmac(randomBytes(65))).toThrow();
});
