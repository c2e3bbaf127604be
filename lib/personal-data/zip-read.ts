// Finds the files of a zip by its directory, and reads one as a stream, inflated where it is deflated (older exports are). Of a file that the person picks: any bytes.
import { type Bytes, piecesOf } from "./zip-write.ts";

export interface FoundFile {
  name: string;
  /** Where its head begins, how many bytes it takes there, and whether those are deflated. */
  at: number;
  packed: number;
  deflated: boolean;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });
const endSize = 22;
const longestComment = 65_535;

async function viewOf(blob: Blob): Promise<DataView> {
  return new DataView(await blob.arrayBuffer());
}

/** The files in the order of the directory, or null for what is no zip of a form that an export has. */
export async function filesInZip(zip: Blob): Promise<FoundFile[] | null> {
  try {
    const tail = await viewOf(zip.slice(Math.max(0, zip.size - endSize - longestComment)));
    let end = tail.byteLength - endSize;
    while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end--;
    if (end < 0) return null;
    const [size, from] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
    return entriesOf(await viewOf(zip.slice(from, from + size)), tail.getUint16(end + 10, true));
  } catch (problem) {
    // Read past the end, or a name that is no text: not one of ours.
    if (problem instanceof RangeError || problem instanceof TypeError) return null;
    throw problem;
  }
}

function entriesOf(directory: DataView, count: number): FoundFile[] | null {
  const found: FoundFile[] = [];
  let at = 0;
  for (let nth = 0; nth < count; nth++) {
    if (directory.getUint32(at, true) !== 0x02014b50) return null;
    const method = directory.getUint16(at + 10, true);
    if (method !== 0 && method !== 8) return null;
    const lengths = [28, 30, 32].map((field) => directory.getUint16(at + field, true));
    const [length] = lengths as [number];
    found.push({
      name: utf8.decode(new Uint8Array(directory.buffer, at + 46, length)),
      at: directory.getUint32(at + 42, true),
      packed: directory.getUint32(at + 20, true),
      deflated: method === 8,
    });
    at += 46 + lengths.reduce((sum, one) => sum + one, 0);
  }
  return found;
}

/** The bytes of one file. Throws where they are not what its head says. */
export async function* bytesOf(zip: Blob, { at, packed, deflated }: FoundFile): AsyncGenerator<Bytes> {
  const head = await viewOf(zip.slice(at, at + 30));
  const from = at + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const stream = zip.slice(from, from + packed).stream() as ReadableStream<Bytes>;
  yield* piecesOf(
    deflated ? (stream.pipeThrough(new DecompressionStream("deflate-raw")) as ReadableStream<Bytes>) : stream,
  );
}
