// SHA-256 on another thread than the one that packs.
import type { HashReply, HashRequest } from "./hash-worker.ts";

/** A sum of bytes that come one after another; `end` gives it and begins the next one. */
export interface Digest {
  /** The bytes are the caller's again when it resolves. */
  add(bytes: Uint8Array): Promise<void>;
  /** In hexadecimal. */
  end(): Promise<string>;
}

/** Buffers that go to and fro. The same few: memory that is handed to another thread once is collected late. */
const [buffers, bufferSize] = [4, 512 * 1024];

/** Lives until `close`. */
export function hashBeside(): Digest & { close(): void } {
  const worker = new Worker(new URL("./hash-worker.ts", import.meta.url), { type: "module" });
  const free = Array.from({ length: buffers }, () => new ArrayBuffer(bufferSize));
  // One waits at a time: for a buffer, or for the sum.
  let waiting: { done: (reply: HashReply) => void; failed: (problem: Error) => void } | undefined;
  worker.onmessage = ({ data }: MessageEvent<HashReply>) => {
    if (typeof data !== "string") free.push(data);
    waiting?.done(data);
  };
  worker.onerror = ({ message }) => waiting?.failed(new Error(message));
  const reply = () => new Promise<HashReply>((done, failed) => (waiting = { done, failed }));
  const send = (request: HashRequest) => worker.postMessage(request, request ? [request.buffer] : []);
  return {
    async add(bytes) {
      for (let from = 0; from < bytes.length; from += bufferSize) {
        while (free.length === 0) await reply();
        const part = bytes.subarray(from, from + bufferSize);
        const buffer = free.pop()!;
        new Uint8Array(buffer).set(part);
        send({ buffer, length: part.length });
      }
    },
    async end() {
      send(null);
      for (;;) {
        const sum = await reply();
        if (typeof sum === "string") return sum;
      }
    },
    close: () => worker.terminate(),
  };
}
