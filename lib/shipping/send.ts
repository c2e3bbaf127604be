// One delivery: no cookies, no redirects, no referrer, and an end before the browser's own (30 s).
import { collectorAddress } from "./collector-address.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";

const timeout = 20_000;

/** Sends the exact bytes, gzipped. Never throws: no answer is the outcome `retry`. */
export async function send(id: string, bytes: Uint8Array): Promise<Outcome> {
  try {
    const response = await fetch(`${collectorAddress()}/v1/shipments`, {
      method: "POST",
      body: await gzip(bytes),
      headers: { "content-type": "application/octet-stream" },
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: AbortSignal.timeout(timeout),
    });
    const body: unknown = await response.json().catch(() => undefined);
    return outcomeOf(response.status, body, id);
  } catch {
    return "retry";
  }
}

/** Where gzip says on which system it was made: everywhere "unknown". */
const [systemByte, unknownSystem] = [9, 255];

async function gzip(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new CompressionStream("gzip"));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  packed[systemByte] = unknownSystem;
  return packed;
}
