// One delivery: no cookies, no redirects, no referrer, and an end before the browser's own (30 s).
import { gzipSync } from "fflate";
import { collectorAddress } from "./collector-address.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";

const timeout = 20_000;

/** Sends the exact bytes, gzipped. Never throws: no answer is the outcome `retry`. */
export async function send(id: string, bytes: Uint8Array): Promise<Outcome> {
  try {
    const response = await fetch(`${collectorAddress()}/v1/shipments`, {
      method: "POST",
      body: gzipSync(bytes, { mtime: 0 }) as Uint8Array<ArrayBuffer>,
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
