// Gzip by the browser's own code, as bytes come.
import type { Bytes } from "./zip-write.ts";

/** Packs bytes that come one after another; `end` begins the next stream. */
export interface Packer {
  /** The bytes are the caller's again when it resolves. */
  add(bytes: Uint8Array): Promise<void>;
  /** What was packed since the last time. */
  take(): Bytes[];
  /** The rest of it. */
  end(): Promise<Bytes[]>;
}

/** So many bytes at once: what was just copied is still near the processor when it is packed. */
const atOnce = 64 * 1024;

/** On this thread. */
export function createPacker(): Packer {
  let packing = start();
  return {
    async add(bytes) {
      for (let from = 0; from < bytes.length; from += atOnce)
        await packing.writer.write(bytes.subarray(from, from + atOnce) as Bytes);
    },
    take: () => packing.packed.splice(0),
    async end() {
      const { writer, read, packed } = packing;
      await Promise.all([writer.close(), read]);
      packing = start();
      return packed;
    },
  };
}

function start() {
  const gzip = new CompressionStream("gzip");
  const packed: Bytes[] = [];
  const drain = async () => {
    const reader = (gzip.readable as ReadableStream<Bytes>).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      packed.push(value);
    }
  };
  const read = drain();
  // The writer fails with the same.
  read.catch(() => undefined);
  return { writer: gzip.writable.getWriter(), packed, read };
}
