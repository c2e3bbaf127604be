// A thread of its own for the sums of an export: hashing costs about as much as all the rest of it.
import type { Carried } from "./carry.ts";
import { crc32 } from "./crc-32.ts";
import type { Sums } from "./hash-beside.ts";
import { createSha256 } from "./sha-256.ts";

const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<Carried>) => void;
  /** The buffer, to be used again; or the sums. */
  postMessage: (reply: ArrayBuffer | Sums, handedOver: ArrayBuffer[]) => void;
};

let digest = createSha256();
let crc = 0;

scope.onmessage = ({ data }) => {
  if (data) {
    const bytes = new Uint8Array(data.buffer, 0, data.length);
    digest.add(bytes);
    crc = crc32(bytes, crc);
    scope.postMessage(data.buffer, [data.buffer]);
    return;
  }
  scope.postMessage({ sha256: digest.end(), crc }, []);
  digest = createSha256();
  crc = 0;
};
