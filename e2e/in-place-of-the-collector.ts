// A plain server on the collector's port: keeps every request whole, and hands it on where a real collector is named.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { gunzipSync } from "node:zlib";
import { collectorPort } from "./collector.ts";

export interface Arrived {
  method: string;
  url: string;
  headers: string;
  /** As it came over the wire, and as it was before gzip. */
  body: Buffer;
  inflated: Buffer;
}

export interface InPlaceOfTheCollector {
  arrived: Arrived[];
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function handOn(port: number, { method, url, body }: Arrived, response: ServerResponse) {
  const answer = await fetch(`http://127.0.0.1:${port}${url}`, {
    method,
    ...(method === "POST"
      ? { body: new Uint8Array(body), headers: { "content-type": "application/octet-stream" } }
      : {}),
  });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

/** Listens until closed. Without a port to hand on to, every request is answered 503. */
export async function listenInPlaceOfTheCollector(to?: number): Promise<InPlaceOfTheCollector> {
  const arrived: Arrived[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const inflated = body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body;
    const one: Arrived = {
      method: request.method ?? "",
      url: request.url ?? "",
      headers: request.rawHeaders.join("\n"),
      body,
      inflated,
    };
    arrived.push(one);
    if (to === undefined) return response.writeHead(503).end();
    await handOn(to, one, response).catch((problem: unknown) => response.writeHead(502).end(String(problem)));
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(collectorPort, "127.0.0.1", listening);
  });
  return {
    arrived,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
