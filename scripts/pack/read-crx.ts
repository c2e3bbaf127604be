// Reads a CRX3 package and checks its signature: not by the package that wrote it.
import { createHash, createPublicKey, verify } from "node:crypto";
import Pbf from "pbf";

export type Crx =
  | { ok: true; id: string; archive: Uint8Array }
  | {
      ok: false;
      problem: "not a CRX3 package" | "no proof by the key of its id" | "the signature does not fit";
    };

interface Proof {
  key: Uint8Array;
  signature: Uint8Array;
}

const empty = new Uint8Array();

// Field numbers of crx3.proto: the proofs by RSA, and what they sign besides the archive.
const proofs = 2;
const signedHeader = 10_000;
const lengthAndBytes = 2;

/** A field of bytes. pbf itself looks neither at a field's type nor whether it is whole. */
function bytesOf(pbf: Pbf): Uint8Array {
  if (pbf.type !== lengthAndBytes) throw new Error("a field of another type");
  const bytes = pbf.readBytes();
  if (pbf.pos > pbf.length) throw new Error("a field that ends after the message");
  return bytes;
}

interface Header {
  proofs: Proof[];
  signed: Uint8Array;
}

function headerOf(bytes: Uint8Array): Header {
  return new Pbf(bytes).readFields<Header>(
    (tag, header, pbf) => {
      if (tag === signedHeader) header.signed = bytesOf(pbf);
      if (tag !== proofs) return;
      if (pbf.type !== lengthAndBytes) throw new Error("a field of another type");
      const proof = pbf.readMessage<Proof>(
        (inner, one, reader) => {
          if (inner === 1) one.key = bytesOf(reader);
          if (inner === 2) one.signature = bytesOf(reader);
        },
        { key: empty, signature: empty },
      );
      header.proofs.push(proof);
    },
    { proofs: [], signed: empty },
  );
}

const idBytes = (signed: Uint8Array): Uint8Array =>
  new Pbf(signed).readFields<{ id: Uint8Array }>(
    (tag, found, pbf) => {
      if (tag === 1) found.id = bytesOf(pbf);
    },
    { id: empty },
  ).id;

const digest = (key: Uint8Array) => createHash("sha256").update(key).digest().subarray(0, 16);

/** An id as browsers write it: sixteen letters of the alphabet's first for each half of a byte. */
const lettersOf = (bytes: Uint8Array): string =>
  [...Buffer.from(bytes).toString("hex")].map((one) => "abcdefghijklmnop"[Number.parseInt(one, 16)]).join("");

/** The extension's id under a public key (SubjectPublicKeyInfo, DER). */
export const chromiumIdOf = (key: Uint8Array): string => lettersOf(digest(key));

/** What is inside, if it is signed by the key that its id names. */
export function readCrx(file: Uint8Array): Crx {
  const bytes = Buffer.from(file);
  const isCrx = bytes.length > 12 && bytes.toString("latin1", 0, 4) === "Cr24" && bytes.readUInt32LE(4) === 3;
  const end = isCrx ? 12 + bytes.readUInt32LE(8) : 0;
  if (!isCrx || end > bytes.length) return { ok: false, problem: "not a CRX3 package" };
  const archive = bytes.subarray(end);
  try {
    const header = headerOf(bytes.subarray(12, end));
    const id = idBytes(header.signed);
    const proof = header.proofs.find(({ key }) => digest(key).equals(id));
    if (!proof) return { ok: false, problem: "no proof by the key of its id" };
    const size = Buffer.alloc(4);
    size.writeUInt32LE(header.signed.length);
    const signed = Buffer.concat([Buffer.from("CRX3 SignedData\0"), size, header.signed, archive]);
    const key = createPublicKey({ key: Buffer.from(proof.key), format: "der", type: "spki" });
    if (!verify("sha256", signed, key, proof.signature))
      return { ok: false, problem: "the signature does not fit" };
    return { ok: true, id: lettersOf(id), archive };
  } catch {
    // A flipped byte of the header makes no message, or no key, of it.
    return { ok: false, problem: "not a CRX3 package" };
  }
}
