// Binary HTTP (RFC 9292), only as much as the gateway takes: requests of known length with two headers at most.
// Strict and its own, because a general decoder can be sent backwards and round in circles by lengths of eight
// bytes, and anybody can seal a request.
import { answerSize } from "../../schemas/sealing.ts";

export interface InnerRequest {
  method: string;
  path: string;
  contentType: string | undefined;
  authorization: string | undefined;
  content: Uint8Array;
}

/** The bytes are not a request that the gateway takes. */
export class BinaryHttpError extends Error {
  override readonly name = "BinaryHttpError";
}

const latin1 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");

/** Reads forwards only, and never past the end. */
class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  take(length: number): Uint8Array {
    if (length > this.left) throw new BinaryHttpError("shorter than it says");
    const part = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return part;
  }

  /** A number in one, two or four bytes; no part of a request needs the form with eight. */
  number(): number {
    const first = this.take(1)[0]!;
    const more = [0, 1, 3][first >> 6];
    if (more === undefined) throw new BinaryHttpError("a number of eight bytes");
    return this.take(more).reduce((sum, byte) => sum * 256 + byte, first & 0x3f);
  }

  part(): Uint8Array {
    return this.take(this.number());
  }

  text(): string {
    return latin1(this.part());
  }
}

function readHeaders(bytes: Uint8Array): Map<string, string> {
  const headers = new Map<string, string>();
  const reader = new Reader(bytes);
  while (reader.left > 0) {
    const name = reader.text();
    if ((name !== "content-type" && name !== "authorization") || headers.has(name)) {
      throw new BinaryHttpError("a header that says more than is asked");
    }
    headers.set(name, reader.text());
  }
  return headers;
}

/** Throws BinaryHttpError for every other form, every further header, and padding that is not zeros. */
export function decodeRequest(bytes: Uint8Array): InnerRequest {
  const reader = new Reader(bytes);
  if (reader.number() !== 0) throw new BinaryHttpError("not a request of known length");
  const method = reader.text();
  reader.part(); // scheme and authority: a gateway has one target, itself
  reader.part();
  const path = reader.text();
  // A message may end where all that would follow is empty (RFC 9292, section 3.8).
  const rest = () => (reader.left > 0 ? reader.part() : new Uint8Array());
  const headers = readHeaders(rest());
  const content = rest();
  if (rest().length > 0) throw new BinaryHttpError("trailers");
  if (reader.take(reader.left).some((byte) => byte !== 0))
    throw new BinaryHttpError("padding that is not zeros");
  return {
    method,
    path,
    contentType: headers.get("content-type"),
    authorization: headers.get("authorization"),
    content,
  };
}

const number = (n: number): Buffer => (n < 64 ? Buffer.from([n]) : Buffer.from([0x40 | (n >> 8), n & 0xff]));
const part = (bytes: Uint8Array): Buffer[] => [number(bytes.length), Buffer.from(bytes)];

/** An answer of known length, padded with zeros: every answer is as long as every other. */
export function encodeAnswer(status: number, headers: Record<string, string>, content: Uint8Array): Buffer {
  const fields = Object.entries(headers).flatMap(([name, value]) => [
    ...part(Buffer.from(name, "latin1")),
    ...part(Buffer.from(value, "latin1")),
  ]);
  const message = Buffer.concat([
    number(1),
    number(status),
    ...part(Buffer.concat(fields)),
    ...part(content),
    number(0),
  ]);
  if (message.length > answerSize) throw new Error("an answer longer than all answers are");
  return Buffer.concat([message, Buffer.alloc(answerSize - message.length)]);
}
