// Sealed requests are read by threads of their own, so that the one with the sockets and the store does only what one
// thread has to. What comes together travels together: a message costs as much for one as for sixteen.
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import type { ReadSealed } from "./read-sealed.ts";
import type { Batch, ThreadOptions } from "./thread.ts";

export interface Threads {
  /** Rejects when the thread ended meanwhile: then nothing was kept. */
  read(sealed: Uint8Array): Promise<ReadSealed>;
  /** What is under way is not waited for. */
  close(): Promise<void>;
}

export interface ThreadsOptions extends ThreadOptions {
  /** How many; a thread that ended is started anew when it is needed. */
  count: number;
  now?: () => number;
  report: (line: string) => void;
  /** The thread's program; another one in tests. */
  program?: URL;
}

interface Waiting {
  sealed: Uint8Array;
  resolve: (found: ReadSealed) => void;
  reject: (cause: Error) => void;
}

interface Thread {
  worker: Worker;
  /** Batches under way, in their order, which is that of the answers. */
  batches: Waiting[][];
  load: number;
}

const mostTogether = 16;

function batchOf(group: readonly Waiting[], now: number): Batch {
  const lengths = group.map(({ sealed }) => sealed.length);
  const bodies = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const { sealed } of group) {
    bodies.set(sealed, at);
    at += sealed.length;
  }
  return { now, lengths, bodies };
}

/**
 * In megabytes. Each shipment leaves some hundred kilobytes behind at once; with the usual young generation of one
 * megabyte a tenth of all time goes into clearing it. Threads take it when they are started.
 */
const youngGeneration = 16;

/** Starts the threads. */
export function readingThreads(options: ThreadsOptions): Threads {
  const { keys, weeks, grace, count, now = Date.now, report } = options;
  const program = options.program ?? new URL("./thread.ts", import.meta.url);
  const workerData: ThreadOptions = { keys, weeks, grace };
  const threads: (Thread | undefined)[] = Array.from({ length: count });
  let waiting: Waiting[] = [];
  let closed = false;

  setFlagsFromString(`--min-semi-space-size=${youngGeneration}`);
  const start = (place: number): Thread => {
    const thread: Thread = { worker: new Worker(program, { workerData }), batches: [], load: 0 };
    threads[place] = thread;
    let why = "ended";
    thread.worker.unref();
    thread.worker.on("message", (found: ReadSealed[]) => {
      const group = thread.batches.shift()!;
      thread.load -= group.length;
      for (const [at, { resolve }] of group.entries()) resolve(found[at]!);
    });
    thread.worker.on("error", (cause: Error) => {
      why = cause.name;
    });
    thread.worker.on("exit", () => {
      threads[place] = undefined;
      if (!closed) report(`A reading thread ended (${why}); nothing of what it read was kept.`);
      for (const { reject } of thread.batches.flat()) reject(new Error("its reading thread ended"));
    });
    return thread;
  };
  const leastBusy = (): Thread => {
    const all = Array.from({ length: count }, (_, place) => threads[place] ?? start(place));
    return all.reduce((best, one) => (one.load < best.load ? one : best));
  };
  const send = () => {
    const all = waiting;
    waiting = [];
    // Shared out evenly where there are several.
    const size = Math.min(mostTogether, Math.ceil(all.length / count));
    for (let at = 0; at < all.length; at += size) {
      const group = all.slice(at, at + size);
      const batch = batchOf(group, now());
      const thread = leastBusy();
      thread.batches.push(group);
      thread.load += group.length;
      thread.worker.postMessage(batch, [batch.bodies.buffer]);
    }
  };
  leastBusy();

  return {
    read: (sealed) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error("the collector is stopping"));
        waiting.push({ sealed, resolve, reject });
        if (waiting.length === 1) setImmediate(send);
      }),
    close: async () => {
      closed = true;
      await Promise.all(threads.map((thread) => thread?.worker.terminate()));
    },
  };
}
