// HPKE (RFC 9180), base mode, one suite, on node:crypto: with WebCrypto each of the dozen small operations of one
// message crosses a thread, which costs four times as much (docs/decisions/2026-11-21-sealing-on-node-crypto.md).
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  decapsulate as decapsulateSecret,
  diffieHellman,
  generateKeyPairSync,
  hash,
  type KeyObject,
} from "node:crypto";
import { suite } from "../../schemas/sealing.ts";

const hex = (text: string) => Buffer.from(text, "hex");
const ascii = (text: string) => Buffer.from(text, "latin1");
const twoBytes = (n: number) => Buffer.from([n >> 8, n & 0xff]);

const kemSuite = Buffer.concat([ascii("KEM"), twoBytes(suite.kem)]);
const hpkeSuite = Buffer.concat([
  ascii("HPKE"),
  ...[suite.kem, suite.kdf, suite.aead].map((id) => twoBytes(id)),
]);
const [keyLength, nonceLength, tagLength, hashLength] = [16, 12, 16, 32];
const none = Buffer.alloc(0);

const blockLength = 64;

/**
 * HMAC-SHA-256 (RFC 2104) by two hashes at one go, which is three times as fast as createHmac for a few bytes; one
 * message needs a dozen. Keys are never longer than a block here.
 */
export function hmac(key: Uint8Array, ...parts: Uint8Array[]): Buffer {
  if (key.length > blockLength) throw new Error("a key longer than a block");
  const inner = Buffer.alloc(blockLength, 0x36);
  const outer = Buffer.alloc(blockLength + hashLength, 0x5c);
  for (let at = 0; at < key.length; at++) {
    inner[at]! ^= key[at]!;
    outer[at]! ^= key[at]!;
  }
  outer.set(hash("sha256", Buffer.concat([inner, ...parts]), "buffer"), blockLength);
  return hash("sha256", outer, "buffer");
}

/** HKDF-Expand for what fits into one block, which is all that HPKE asks for here. */
export const expand = (key: Uint8Array, info: Uint8Array, length: number): Buffer =>
  hmac(key, info, Buffer.from([1])).subarray(0, length);

const version = ascii("HPKE-v1");
const labelled = (of: Buffer, label: string) => Buffer.concat([version, of, ascii(label)]);
const extract = (of: Buffer, salt: Uint8Array, [label, secret]: [string, Uint8Array]) =>
  hmac(salt, labelled(of, label), secret);
const expandFor = (of: Buffer, key: Uint8Array, [label, info, length]: [string, Uint8Array, number]) =>
  expand(key, Buffer.concat([twoBytes(length), labelled(of, label), info]), length);

/** A public key from its 32 bytes. */
export const publicKeyOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({
    key: Buffer.concat([hex("302a300506032b656e032100"), raw]),
    format: "der",
    type: "spki",
  });

/** A private key from its 32 bytes. */
export const privateKeyOf = (raw: Uint8Array): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([hex("302e020100300506032b656e04220420"), raw]),
    format: "der",
    type: "pkcs8",
  });

/** The 32 bytes of a public key. */
export const rawPublicKey = (key: KeyObject): Buffer =>
  Buffer.from(key.export({ format: "jwk" }).x as string, "base64url");

/** A key pair with its public half as bytes. */
export interface Pair {
  privateKey: KeyObject;
  raw: Uint8Array;
}

/** A new pair, or the pair of these 32 private bytes. */
export function pairOf(secret?: Uint8Array): Pair {
  if (!secret) {
    const { privateKey, publicKey } = generateKeyPairSync("x25519");
    return { privateKey, raw: rawPublicKey(publicKey) };
  }
  const privateKey = privateKeyOf(secret);
  return { privateKey, raw: rawPublicKey(createPublicKey(privateKey)) };
}

/** What both sides hold once the key is encapsulated; good for one message. */
export interface Context {
  seal(plain: Uint8Array, aad?: Uint8Array): Buffer;
  /** Throws when the bytes are not what was sealed. */
  open(sealed: Uint8Array, aad?: Uint8Array): Buffer;
  exportSecret(label: Uint8Array, length: number): Buffer;
}

/** By info: the gateway and the store have one or two each. */
const infoHashes = new Map<string, Buffer>();
const mostInfos = 64;

function infoHashOf(info: Uint8Array): Buffer {
  const name = Buffer.from(info).toString("latin1");
  const known = infoHashes.get(name);
  if (known) return known;
  const made = extract(hpkeSuite, none, ["info_hash", info]);
  if (infoHashes.size < mostInfos) infoHashes.set(name, made);
  return made;
}

const noPsk = extract(hpkeSuite, none, ["psk_id_hash", none]);

function contextOf(secret: Uint8Array, info: Uint8Array): Context {
  const schedule = Buffer.concat([Buffer.from([0]), noPsk, infoHashOf(info)]);
  const keys = extract(hpkeSuite, secret, ["secret", none]);
  const key = expandFor(hpkeSuite, keys, ["key", schedule, keyLength]);
  const nonce = expandFor(hpkeSuite, keys, ["base_nonce", schedule, nonceLength]);
  return {
    seal: (plain, aad = none) => sealWith({ key, nonce }, plain, aad),
    open: (sealed, aad = none) => openWith({ key, nonce }, sealed, aad),
    exportSecret: (label, length) =>
      expandFor(hpkeSuite, expandFor(hpkeSuite, keys, ["exp", schedule, hashLength]), ["sec", label, length]),
  };
}

/** AES-128-GCM with the tag at the end. */
export function sealWith(
  with_: { key: Uint8Array; nonce: Uint8Array },
  plain: Uint8Array,
  aad = none as Uint8Array,
) {
  const cipher = createCipheriv("aes-128-gcm", with_.key, with_.nonce).setAAD(aad);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openWith(with_: { key: Uint8Array; nonce: Uint8Array }, sealed: Uint8Array, aad: Uint8Array) {
  if (sealed.length < tagLength) throw new Error("shorter than its tag");
  const decipher = createDecipheriv("aes-128-gcm", with_.key, with_.nonce, { authTagLength: tagLength });
  decipher.setAAD(aad).setAuthTag(sealed.subarray(-tagLength));
  return Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()]);
}

/** A public key with its bytes. */
export interface Recipient {
  key: KeyObject;
  raw: Uint8Array;
}

/** A recipient from the 32 bytes of the public key. */
export const recipientOf = (raw: Uint8Array): Recipient => ({ key: publicKeyOf(raw), raw });

/** The sender's side: a new encapsulated key for this recipient. `ephemeral` is given by tests only. */
export function encapsulate(recipient: Recipient, info: Uint8Array, ephemeral: Pair = pairOf()) {
  const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: recipient.key });
  const kemContext = Buffer.concat([ephemeral.raw, recipient.raw]);
  const eae = extract(kemSuite, none, ["eae_prk", shared]);
  const secret = expandFor(kemSuite, eae, ["shared_secret", kemContext, hashLength]);
  return { enc: ephemeral.raw, context: contextOf(secret, info) };
}

/** The recipient's side. Throws for a key that agrees with nobody, such as zeros. */
export const decapsulate = (recipient: Pair, enc: Uint8Array, info: Uint8Array): Context =>
  // OpenSSL's own DHKEM: in one step what takes a key object, an agreement and two derivations, in half the time.
  contextOf(Buffer.from(decapsulateSecret(recipient.privateKey, enc)), info);
