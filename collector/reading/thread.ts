// One reading thread: has the collector's keys, and neither the store nor a socket.
import { parentPort, workerData } from "node:worker_threads";
import { readCollectorKeys } from "../keys/key-files.ts";
import type { ReadSealed, Wish } from "./read-sealed.ts";
import { readerOf } from "./reader-of.ts";

/** What a thread is started with. */
export interface ThreadOptions {
  /** Folder of the collector's keys. */
  keys: string;
  weeks: number;
  grace: number;
}

/** Some requests at once: their bodies behind each other. */
export interface Batch {
  now: number;
  lengths: readonly number[];
  bodies: Uint8Array<ArrayBuffer>;
}

// A small Buffer is a window on a large one, all of which would be copied to the other thread.
const alone = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
const tokenAlone = <T extends { nullifier: Uint8Array }>(token: T): T => ({
  ...token,
  nullifier: alone(token.nullifier),
});

function wishAlone(wish: Wish): Wish {
  if (wish.is === "report") {
    const { arrival } = wish;
    const { bytes, token } = arrival;
    return { is: "report", arrival: { ...arrival, bytes: alone(bytes), token: tokenAlone(token) } };
  }
  if (wish.is !== "shipment") return wish;
  const { token, ...arrival } = wish.arrival;
  const own = { ...arrival, bytes: alone(arrival.bytes), check: alone(arrival.check) };
  return { is: "shipment", arrival: token ? { ...own, token: tokenAlone(token) } : own };
}

function readAlone(found: ReadSealed): ReadSealed {
  if ("closed" in found) return found;
  const { responseNonce, key, nonce } = found.answer;
  const answer = { responseNonce: alone(responseNonce), key: alone(key), nonce: alone(nonce) };
  return { wish: wishAlone(found.wish), answer };
}

const { keys, weeks, grace } = workerData as ThreadOptions;
const read = readerOf({ ...readCollectorKeys(keys), weeks, grace });
parentPort!.on("message", ({ now, lengths, bodies }: Batch) => {
  let at = 0;
  const found = lengths.map((length) => {
    const body = bodies.subarray(at, at + length);
    at += length;
    return readAlone(read(body, now));
  });
  parentPort!.postMessage(found);
});
