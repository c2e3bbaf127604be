// A thread of its own for the sums of an export: hashing costs more than all the rest of it. The platform's own digest
// wants all bytes at once, and an export has no bound.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Carried } from "./carry.ts";
import { crc32 } from "./crc-32.ts";
import type { Sums } from "./hash-beside.ts";

const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<Carried>) => void;
  /** The buffer, to be used again; or the sums. */
  postMessage: (reply: ArrayBuffer | Sums, handedOver: ArrayBuffer[]) => void;
};

let digest = sha256.create();
let crc = 0;

scope.onmessage = ({ data }) => {
  if (data) {
    const bytes = new Uint8Array(data.buffer, 0, data.length);
    digest.update(bytes);
    crc = crc32(bytes, crc);
    scope.postMessage(data.buffer, [data.buffer]);
    return;
  }
  scope.postMessage({ sha256: bytesToHex(digest.digest()), crc }, []);
  digest = sha256.create();
  crc = 0;
};
