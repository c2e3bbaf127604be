// From a request's body to the bytes of a shipment. Both limits hold before memory is spent.
import { gunzipSync } from "node:zlib";
import { maxShipmentBytes } from "../schemas/shipment.ts";
import { RefusalError } from "./refusal.ts";

/** Largest body that is read, in bytes: what the client pads to at most. */
export const maxBodyBytes = 262_144;

/** Reads the body, counting as it comes: a length header may be missing or wrong. */
async function read(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBodyBytes) throw new RefusalError("too-large");
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > maxBodyBytes) throw new RefusalError("too-large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** With `info`, which the types do not know, zlib also says how much of its input it used. */
interface Inflated {
  buffer: Buffer;
  engine: { bytesWritten: number };
}

function gunzip(body: Uint8Array): Inflated {
  try {
    return gunzipSync(body, { maxOutputLength: maxShipmentBytes, info: true }) as unknown as Inflated;
  } catch (cause) {
    const tooLarge = (cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw new RefusalError(tooLarge ? "too-large" : "not-gzip", cause);
  }
}

/** The inflated body, or a refusal: too-large, not-gzip. */
export async function inflate(request: Request): Promise<Uint8Array> {
  const body = await read(request);
  const { buffer, engine } = gunzip(body);
  // zlib passes over zeros behind the last member without a word.
  if (engine.bytesWritten !== body.length) throw new RefusalError("not-gzip");
  return buffer;
}
