// From a request's body to the bytes of a shipment. Both limits hold before memory is spent.
import { gunzipSync } from "node:zlib";
import { maxShipmentBytes } from "../schemas/shipment.ts";
import { readBody } from "./read-body.ts";
import { RefusalError } from "./refusal.ts";

/** Largest body that is read, in bytes: what the client pads to at most. */
export const maxBodyBytes = 262_144;

/** Reads a body of at most that length, or refuses it: too-large. */
export async function readUpload(request: Request): Promise<Uint8Array> {
  const body = await readBody(request, maxBodyBytes);
  if (!body) throw new RefusalError("too-large");
  return body;
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
export function inflate(body: Uint8Array): Uint8Array {
  const { buffer, engine } = gunzip(body);
  // zlib passes over zeros behind the last member without a word.
  if (engine.bytesWritten !== body.length) throw new RefusalError("not-gzip");
  return buffer;
}
