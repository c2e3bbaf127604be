// The lines of trajectories.jsonl. Stored chunks are UTF-8 lines already: they are copied, and no step is parsed.
import type { IDBPDatabase } from "idb";
import type { TrajectoryHead } from "../../schemas/trajectory.ts";
import type { Chunk, OpenStep } from "../store/database.ts";
import { letGo } from "./let-go.ts";
import { createReclaimer } from "./reclaim.ts";
import type { Bytes } from "./zip-write.ts";

interface StoredTrajectory {
  head: TrajectoryHead;
  chunks: Chunk[];
  open: OpenStep[];
}

/** So many heads and chunks are read at once: two or three megabytes, and as much again is read ahead. */
const [headsAtOnce, chunksAtOnce] = [64, 16];
/** Bytes that go on together, at least; a piece by itself costs as much as its bytes. */
const partSize = 512 * 1024;
const [newline, comma] = [10, 44];
const encoder = new TextEncoder();
const whole = (from: string, to: string = from) =>
  [
    [from, -1, ""],
    [to, Number.MAX_SAFE_INTEGER, "\uffff"],
  ] as const;

/** All of them, in parts of many lines. `onSteps` is told how many steps went into each part. */
export async function* trajectoryLines(
  stored: IDBPDatabase,
  onSteps: (count: number) => void,
): AsyncGenerator<Bytes> {
  const parts = new PartBuilder();
  const reclaim = createReclaimer();
  let reading = readNext(stored, "");
  for (;;) {
    const batch = await reading;
    const last = batch.at(-1);
    if (!last) return;
    // Read while the one before is hashed and written.
    reading = readNext(stored, last.head.id);
    reading.catch(() => undefined);
    for (const one of batch) {
      const before = parts.length;
      writeLine(parts, one);
      reclaim(parts.length - before);
      if (parts.length >= partSize) yield parts.take();
      onSteps(one.chunks.reduce((sum, { count }) => sum + count, one.open.length));
    }
    if (parts.length > 0) yield parts.take();
  }
}

/** The next trajectories by their ids, each as it stood in one moment: what is recorded meanwhile cannot tear one. */
async function readNext(stored: IDBPDatabase, after: string): Promise<StoredTrajectory[]> {
  const reading = stored.transaction(["trajectories", "chunks", "openSteps"]);
  const [inHeads, inChunks, inOpen] = [
    reading.objectStore("trajectories"),
    reading.objectStore("chunks"),
    reading.objectStore("openSteps"),
  ];
  const heads: TrajectoryHead[] = await inHeads.getAll(IDBKeyRange.lowerBound(after, true), headsAtOnce);
  const [first, last] = [heads[0], heads.at(-1)];
  if (!first || !last) return [];
  const range = (from: string, to: string) => IDBKeyRange.bound(...whole(from, to));
  let chunks: Chunk[] = await inChunks.getAll(range(first.id, last.id), chunksAtOnce);
  let full = heads;
  if (chunks.length === chunksAtOnce) {
    // The last one may go on behind these; alone it is read whole, for a trajectory has a bounded size.
    const torn = chunks.at(-1)!.trajectory;
    full = heads.filter(({ id }) => id < torn);
    if (full.length === 0) {
      full = heads.filter(({ id }) => id === torn).slice(0, 1);
      chunks = await inChunks.getAll(range(torn, torn));
    }
  }
  const [from, to] = [full[0]!.id, full.at(-1)!.id];
  const open: OpenStep[] = await inOpen.getAll(IDBKeyRange.bound([from, -1], [to, Number.MAX_SAFE_INTEGER]));
  const [chunksOf, openOf] = [
    Map.groupBy(chunks, ({ trajectory }) => trajectory),
    Map.groupBy(open, ({ trajectory }) => trajectory),
  ];
  return full.map((head) => ({ head, chunks: chunksOf.get(head.id) ?? [], open: openOf.get(head.id) ?? [] }));
}

/** `{...head,"steps":[...]}`, the steps in the order of their numbers. */
function writeLine(parts: PartBuilder, { head, chunks, open }: StoredTrajectory): void {
  parts.text(`${JSON.stringify(head).slice(0, -1)},"steps":[`);
  // Chunks of several tools or days may lie over one another; each by itself is in order.
  const apart = chunks.every(({ first }, nth) => nth === 0 || chunks[nth - 1]!.last < first);
  const lines = apart ? chunks.map(({ lines }) => lines) : inOrder(chunks);
  let some = false;
  const add = (bytes: Uint8Array) => {
    if (some) parts.text(",");
    some = true;
    parts.lines(bytes);
  };
  for (const each of lines) add(each);
  for (const { line } of open) add(encoder.encode(line));
  parts.text("]}\n");
  for (const { lines } of chunks) letGo(lines);
}

/** The lines of chunks by the number that each begins with (`{"n":12,`). */
function inOrder(chunks: readonly Chunk[]): Uint8Array[] {
  const numbered = chunks.flatMap(({ lines }) => {
    const found: { n: number; line: Uint8Array }[] = [];
    for (let from = 0; from < lines.length; ) {
      const end = lines.indexOf(newline, from);
      const line = lines.subarray(from, end < 0 ? lines.length : end);
      from += line.length + 1;
      if (line.length > 0) found.push({ n: numberOf(line), line });
    }
    return found;
  });
  return numbered.sort((a, b) => a.n - b.n).map(({ line }) => line);
}

function numberOf(line: Uint8Array): number {
  let n = 0;
  for (let at = 5; line[at]! >= 48 && line[at]! <= 57; at++) n = n * 10 + line[at]! - 48;
  return n;
}

/** Puts bytes side by side, in an array that is long enough for most parts. */
class PartBuilder {
  private bytes = new Uint8Array(2 * partSize);
  length = 0;

  text(text: string): void {
    this.put(encoder.encode(text));
  }

  /** Lines as elements of a list: a comma in the place of each newline but the last. */
  lines(lines: Uint8Array): void {
    const end = lines.at(-1) === newline ? lines.length - 1 : lines.length;
    const from = this.length;
    this.put(lines.subarray(0, end));
    const bytes = this.bytes.subarray(0, this.length);
    for (let at = bytes.indexOf(newline, from); at >= 0; at = bytes.indexOf(newline, at + 1))
      bytes[at] = comma;
  }

  /** What was put since the last time; it stays until something is put again. */
  take(): Bytes {
    const taken = this.bytes.subarray(0, this.length);
    this.length = 0;
    return taken;
  }

  private put(bytes: Uint8Array): void {
    const needed = this.length + bytes.length;
    if (needed > this.bytes.length) {
      const grown = new Uint8Array(Math.max(needed, 2 * this.bytes.length));
      grown.set(this.bytes.subarray(0, this.length));
      this.bytes = grown;
    }
    this.bytes.set(bytes, this.length);
    this.length = needed;
  }
}
