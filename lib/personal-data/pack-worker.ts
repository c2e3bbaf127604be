// A thread of its own for packing an export: the page stays free for the person.
import type { Carried } from "./carry.ts";
import { createPacker } from "./pack.ts";
import type { Bytes } from "./zip-write.ts";

/** A packed piece; null behind the last of a stream. */
export type PackReply = Bytes | null;

const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<Carried>) => void;
  /** Or the buffer, to be used again. */
  postMessage: (reply: PackReply | ArrayBuffer, handedOver: ArrayBuffer[]) => void;
};

const packer = createPacker();
const give = (pieces: Bytes[]) => {
  for (const piece of pieces) scope.postMessage(piece, [piece.buffer]);
};

async function pack(carried: Carried): Promise<void> {
  if (!carried) {
    give(await packer.end());
    scope.postMessage(null, []);
    return;
  }
  await packer.add(new Uint8Array(carried.buffer, 0, carried.length));
  give(packer.take());
  scope.postMessage(carried.buffer, [carried.buffer]);
}

// One after the other, in the order in which they came.
let last = Promise.resolve();
scope.onmessage = ({ data }) => {
  last = last.then(() => pack(data));
  last.catch(reportError);
};
