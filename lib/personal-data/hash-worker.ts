// A thread of its own for the sums of an export: hashing costs as much as packing.
import { createSha256 } from "./sha-256.ts";

/** Bytes to add, as the beginning of a buffer that is handed back; null ends the sum, and the next one begins. */
export type HashRequest = { buffer: ArrayBuffer; length: number } | null;
/** The buffer, to be used again; or the digest. */
export type HashReply = ArrayBuffer | string;

const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<HashRequest>) => void;
  postMessage: (reply: HashReply, handedOver: ArrayBuffer[]) => void;
};

let digest = createSha256();

scope.onmessage = ({ data }) => {
  if (data) {
    digest.add(new Uint8Array(data.buffer, 0, data.length));
    scope.postMessage(data.buffer, [data.buffer]);
    return;
  }
  scope.postMessage(digest.end(), []);
  digest = createSha256();
};
