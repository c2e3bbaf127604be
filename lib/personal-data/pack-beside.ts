// Packing on another thread than the one that reads.
import { carryTo } from "./carry.ts";
import type { Packer } from "./pack.ts";
import type { PackReply } from "./pack-worker.ts";

/** Lives until `close`. */
export function packBeside(): Packer & { close(): void } {
  const { add, end, replies, change, close } = carryTo<PackReply>(
    new Worker(new URL("./pack-worker.ts", import.meta.url), { type: "module" }),
  );
  const take = () => replies.splice(0).filter((piece) => piece !== null);
  return {
    add,
    take,
    async end() {
      end();
      while (replies.at(-1) !== null) await change();
      return take();
    },
    close,
  };
}
