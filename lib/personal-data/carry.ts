// Bytes to another thread, in the same few buffers to and fro: memory that is made anew each time is collected late.

/** Bytes, as the beginning of a buffer that is handed back; null behind the last. */
export type Carried = { buffer: ArrayBuffer; length: number } | null;

const [buffers, bufferSize] = [4, 256 * 1024];

export interface Carrier<Reply> {
  /** The bytes are the caller's again when it resolves. */
  add(bytes: Uint8Array): Promise<void>;
  /** Says that these were all. */
  end(): void;
  /** What the thread has said and nobody has taken yet. */
  replies: Reply[];
  /** Resolves when the thread has said something more. One waits at a time. */
  change(): Promise<void>;
  close(): void;
}

/** To a thread that hands each buffer back as it is, and may say other things besides. */
export function carryTo<Reply>(worker: Worker): Carrier<Reply> {
  const free = Array.from({ length: buffers }, () => new ArrayBuffer(bufferSize));
  const replies: Reply[] = [];
  let problem: Error | undefined;
  let wake = () => {};
  worker.onmessage = ({ data }: MessageEvent<Reply | ArrayBuffer>) => {
    if (data instanceof ArrayBuffer) free.push(data);
    else replies.push(data);
    wake();
  };
  worker.onerror = ({ message }) => {
    problem = new Error(message);
    wake();
  };
  const send = (carried: Carried) => worker.postMessage(carried, carried ? [carried.buffer] : []);
  const change = async () => {
    if (!problem) {
      await new Promise<void>((woken) => {
        wake = woken;
      });
    }
    if (problem) throw problem;
  };
  return {
    async add(bytes) {
      for (let from = 0; from < bytes.length; from += bufferSize) {
        while (free.length === 0) await change();
        const part = bytes.subarray(from, from + bufferSize);
        const buffer = free.pop()!;
        new Uint8Array(buffer).set(part);
        send({ buffer, length: part.length });
      }
    },
    end: () => send(null),
    replies,
    change,
    close: () => worker.terminate(),
  };
}
