// A thread of its own for the sums of an export: hashing costs as much as packing.
import type { Carried } from "./carry.ts";
import { createSha256 } from "./sha-256.ts";

const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<Carried>) => void;
  /** The buffer, to be used again; or the digest. */
  postMessage: (reply: ArrayBuffer | string, handedOver: ArrayBuffer[]) => void;
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
