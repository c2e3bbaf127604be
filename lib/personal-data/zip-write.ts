// A zip as it is made: each file goes in as it is (packing cost more than all the rest), and is summed on its way.
import type { Digest } from "./hash-beside.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

/** A file of the zip: its name, and its bytes in parts. A part is its maker's again when the next one is asked for. */
export interface ZipFile {
  name: string;
  parts: AsyncIterable<Bytes>;
}

interface Written {
  name: Bytes;
  at: number;
  crc: number;
  size: number;
}

const encoder = new TextEncoder();
// Sizes follow the bytes (bit 3); names are UTF-8 (bit 11).
const flags = 0x0808;
const stored = 0;
// 1 January 1980: the format wants a time, and when a file was made is nobody's business.
const noTime = 0x00210000;
/** The fields for sizes and places end here. */
const mostBytes = 2 ** 32 - 1;

/**
 * The bytes of the zip; a piece is its maker's again when the next one is asked for. The last file is SHA256SUMS, in
 * the form that `sha256sum -c` reads. Throws where a zip of this form would be too long to be read again.
 */
export async function* zipOf(files: AsyncIterable<ZipFile>, digest: Digest): AsyncGenerator<Bytes, void> {
  const written: Written[] = [];
  const sums: string[] = [];
  let at = 0;
  async function* put({ name, parts }: ZipFile): AsyncGenerator<Bytes> {
    const one: Written = { name: encoder.encode(name), at, crc: 0, size: 0 };
    const head = joined(
      fields(0x04034b50, [20, flags, stored], [noTime, 0, 0, 0], [one.name.length, 0]),
      one.name,
    );
    yield head;
    at += head.length;
    for await (const part of parts) {
      if (part.length === 0) continue;
      one.size += part.length;
      at += part.length;
      if (at > mostBytes) throw new RangeError("More than a zip of four gigabytes holds.");
      await digest.add(part);
      yield part;
    }
    const { sha256, crc } = await digest.end();
    one.crc = crc;
    const tail = fields(0x08074b50, [], [crc, one.size, one.size], []);
    yield tail;
    at += tail.length;
    written.push(one);
    sums.push(`${sha256}  ${name}\n`);
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

const entryOf = ({ name, at, crc, size }: Written): Bytes =>
  joined(
    fields(
      0x02014b50,
      [20, 20, flags, stored],
      [noTime, crc, size, size],
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
