// Reads what a gateway publishes as `application/ohttp-keys` (RFC 9458, section 3).
import { suite } from "../../schemas/sealing.ts";

/** A key to seal to: what leads each request (key id and suite), and the public key. */
export interface KeyConfiguration {
  /** Key id, KEM, KDF and AEAD as they stand before the encapsulated key. */
  header: Uint8Array<ArrayBuffer>;
  publicKey: Uint8Array<ArrayBuffer>;
}

const keyLength = 32;
const word = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

function readOne(bytes: Uint8Array): KeyConfiguration | null {
  if (bytes.length < 5 + keyLength || word(bytes, 1) !== suite.kem) return null;
  const suites = bytes.subarray(5 + keyLength);
  if (suites.length !== word(bytes, 3 + keyLength)) return null;
  for (let at = 0; at + 4 <= suites.length; at += 4) {
    if (word(suites, at) !== suite.kdf || word(suites, at + 2) !== suite.aead) continue;
    const header = new Uint8Array([bytes[0]!, 0, suite.kem, 0, suite.kdf, 0, suite.aead]);
    return { header, publicKey: bytes.slice(3, 3 + keyLength) as Uint8Array<ArrayBuffer> };
  }
  return null;
}

/** The first key whose suite is ours, or null: what was fetched was not keys, or of another kind. */
export function readKeyConfigurations(bytes: Uint8Array): KeyConfiguration | null {
  let at = 0;
  while (at + 2 <= bytes.length) {
    const length = word(bytes, at);
    if (length === 0 || at + 2 + length > bytes.length) return null;
    const found = readOne(bytes.subarray(at + 2, at + 2 + length));
    if (found) return found;
    at += 2 + length;
  }
  return null;
}
