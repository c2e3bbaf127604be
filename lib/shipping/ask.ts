// One request: no cookies, no redirects, no referrer, and an end before the browser's own (30 s).

export interface Asked {
  status: number;
  type: string | null;
  retryAfter: string | null;
  body: Uint8Array<ArrayBuffer>;
}

const timeout = 20_000;
/** More than any answer of ours has: a captive portal's page is not read to its end. */
const mostBytes = 512 * 1024;

async function readBody(response: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (value) {
      parts.push(value);
      length += value.length;
    }
    if (length > mostBytes) {
      await reader?.cancel();
      return null;
    }
    if (!done) continue;
    const whole = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
}

/** What was answered, or null: no answer, none in time, too long a one, or it was stopped. Never throws. */
export async function ask(address: string, init: RequestInit, signal: AbortSignal): Promise<Asked | null> {
  try {
    const response = await fetch(address, {
      ...init,
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    });
    const body = await readBody(response);
    if (!body) return null;
    const { status, headers } = response;
    return { status, type: headers.get("content-type"), retryAfter: headers.get("retry-after"), body };
  } catch {
    // Whatever the network did: no answer.
    return null;
  }
}

/** The JSON of a body, or undefined. */
export function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
