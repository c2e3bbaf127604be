// Rows that were read leave their bytes to the next collection of garbage, which waits for 64 megabytes of them.
import { letGo } from "./let-go.ts";

/**
 * So many bytes are read between two collections. Measured over 200,000 steps on a busy machine, in megabytes above rest:
 * about 33 with 4, 38 with 8, 61 with 16 and 82 without it; some starts of the browser take 30 more with any of them. The
 * time differed less than from one run to the next.
 */
const seldom = 6 * 1024 * 1024;
/** More than a collection waits for. It is never written to, and memory that nobody touched is none. */
const asked = 96 * 1024 * 1024;

/** Told how many bytes were read, it makes the browser collect in time: asking for a large array is what does. */
export function createReclaimer(): (read: number) => void {
  let since = 0;
  return (read) => {
    since += read;
    if (since < seldom) return;
    since = 0;
    letGo(new Uint8Array(asked));
  };
}
