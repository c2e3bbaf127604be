// A zip as a stream: each file is hashed and deflated while it is made, so that only a few pieces are held at a time.
import type { Digest } from "./hash-beside.ts";
import type { Packer } from "./pack.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

/** A file of the zip: its name, and its bytes in parts. A part is its maker's again when the next one is asked for. */
export interface ZipFile {
  name: string;
  parts: AsyncIterable<Bytes>;
}

/** What sums and packs, here or on other threads. */
interface Makers {
  digest: Digest;
  packer: Packer;
}

interface Written {
  name: Bytes;
  at: number;
  crc: number;
  size: number;
  packed: number;
}

const encoder = new TextEncoder();
// Sizes follow the bytes (bit 3); names are UTF-8 (bit 11).
const flags = 0x0808;
const deflated = 8;
// 1 January 1980: the format wants a time, and when a file was made is nobody's business.
const noTime = 0x00210000;
const [gzipHead, gzipTail] = [10, 8];

/** The bytes of the zip. The last file is SHA256SUMS, in the form that `sha256sum -c` reads. */
export async function* zipOf(files: AsyncIterable<ZipFile>, by: Makers): AsyncGenerator<Bytes> {
  const written: Written[] = [];
  const sums: string[] = [];
  let at = 0;
  async function* put({ name, parts }: ZipFile): AsyncGenerator<Bytes> {
    const one: Written = { name: encoder.encode(name), at, crc: 0, size: 0, packed: 0 };
    const head = joined(
      fields(0x04034b50, [20, flags, deflated], [noTime, 0, 0, 0], [one.name.length, 0]),
      one.name,
    );
    yield head;
    for await (const piece of deflate(parts, one, by)) {
      if (piece.length === 0) continue;
      one.packed += piece.length;
      yield piece;
    }
    const tail = fields(0x08074b50, [], [one.crc, one.packed, one.size], []);
    yield tail;
    at += head.length + one.packed + tail.length;
    written.push(one);
    sums.push(`${await by.digest.end()}  ${name}\n`);
  }
  for await (const file of files) yield* put(file);
  yield* put({ name: "SHA256SUMS", parts: once(() => encoder.encode(sums.join(""))) });
  const directory = joined(...written.map(entryOf));
  yield directory;
  yield fields(0x06054b50, [0, 0, written.length, written.length], [directory.length, at], [0]);
}

async function* once(make: () => Bytes): AsyncGenerator<Bytes> {
  yield make();
}

/**
 * Raw deflate by the browser's own code. It is asked for gzip, which is the same between ten bytes before and eight
 * after: those carry the CRC that a zip needs, and computing that here would cost as much as the hash.
 */
async function* deflate(parts: AsyncIterable<Bytes>, one: Written, by: Makers): AsyncGenerator<Bytes> {
  let [ahead, head] = [new Uint8Array(), gzipHead];
  const inner = (piece: Bytes): Bytes => {
    const skipped = Math.min(head, piece.length);
    head -= skipped;
    const all = joined(ahead, piece.subarray(skipped));
    const ready = Math.max(0, all.length - gzipTail);
    ahead = all.slice(ready);
    return all.subarray(0, ready);
  };
  for await (const part of parts) {
    await by.packer.add(part);
    await by.digest.add(part);
    for (const piece of by.packer.take()) yield inner(piece);
  }
  for (const piece of await by.packer.end()) yield inner(piece);
  const tail = new DataView(ahead.buffer);
  one.crc = tail.getUint32(0, true);
  one.size = tail.getUint32(4, true);
}

/** What a stream gives, piece by piece; left early, the stream is cancelled. */
export async function* piecesOf(stream: ReadableStream<Bytes>): AsyncGenerator<Bytes> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const entryOf = ({ name, at, crc, size, packed }: Written): Bytes =>
  joined(
    fields(
      0x02014b50,
      [20, 20, flags, deflated],
      [noTime, crc, packed, size],
      [name.length, 0, 0, 0, 0],
      [0, at],
    ),
    name,
  );

/** A signature and little-endian fields: two bytes each, four bytes each, two bytes each, four bytes each. */
function fields(signature: number, ...groups: readonly (readonly number[])[]): Bytes {
  const size = groups.reduce((sum, group, nth) => sum + group.length * (nth % 2 === 0 ? 2 : 4), 4);
  const view = new DataView(new ArrayBuffer(size));
  view.setUint32(0, signature, true);
  let at = 4;
  for (const [nth, group] of groups.entries()) {
    for (const value of group) {
      if (nth % 2 === 0) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
      at += nth % 2 === 0 ? 2 : 4;
    }
  }
  return new Uint8Array(view.buffer);
}

function joined(...parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
