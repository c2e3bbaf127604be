// The sums of an export on another thread than the one that reads.
import { carryTo } from "./carry.ts";

export interface Sums {
  /** In hexadecimal. */
  sha256: string;
  crc: number;
}

/** The sums of bytes that come one after another; `end` gives them and begins the next ones. */
export interface Digest {
  /** The bytes are the caller's again when it resolves. */
  add(bytes: Uint8Array): Promise<void>;
  end(): Promise<Sums>;
}

/** Lives until `close`. */
export function hashBeside(): Digest & { close(): void } {
  const { add, end, replies, change, close } = carryTo<Sums>(
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
