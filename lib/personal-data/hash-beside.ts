// SHA-256 on another thread than the one that reads.
import { carryTo } from "./carry.ts";

/** A sum of bytes that come one after another; `end` gives it and begins the next one. */
export interface Digest {
  /** The bytes are the caller's again when it resolves. */
  add(bytes: Uint8Array): Promise<void>;
  /** In hexadecimal. */
  end(): Promise<string>;
}

/** Lives until `close`. */
export function hashBeside(): Digest & { close(): void } {
  const { add, end, replies, change, close } = carryTo<string>(
    new Worker(new URL("./hash-worker.ts", import.meta.url), { type: "module" }),
  );
  return {
    add,
    async end() {
      end();
      while (replies.length === 0) await change();
      return replies.shift()!;
    },
    close,
  };
}
