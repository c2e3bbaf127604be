// Numbers that follow from a seed and a name, the same in every build.
import { createHash } from "node:crypto";

/** From 0 up to, not including, 1. */
export type Next = () => number;

/** A stream of its own for each name: a trajectory's timing does not hang on which others are there. */
export function seeded(seed: number, name: string): Next {
  let block = Buffer.alloc(0);
  let [count, at] = [0, 0];
  return () => {
    if (at >= block.length) {
      block = createHash("sha256").update(`${seed} ${name} ${count++}`).digest();
      at = 0;
    }
    const number = block.readUInt32BE(at) / 2 ** 32;
    at += 4;
    return number;
  };
}
