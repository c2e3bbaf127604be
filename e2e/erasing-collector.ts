// A collector that stores and erases: keeps the ids it acknowledged and the bodies of requests to erase.
import { createServer } from "node:http";
import { gunzipSync } from "node:zlib";
import { collectorPort } from "./collector.ts";

export interface ErasingCollector {
  shipped: string[];
  /** Each request to erase: its body, and its head with the address. */
  erased: { body: string; head: string }[];
  /** What it answers to those from now on. */
  answer: { status: number; body: string };
  close(): Promise<void>;
}

export const eraseAcknowledged = {
  status: 200,
  body: JSON.stringify({ format: "tooltrail-erase-acknowledgement/1" }),
};

/** Listens on the collector's port. */
export async function startErasingCollector(): Promise<ErasingCollector> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const say = (status: number, text: string) =>
      response.writeHead(status, { "content-type": "application/json" }).end(text);
    if (request.url === "/v1/shipments") {
      const { id } = JSON.parse(gunzipSync(body).toString()) as { id: string };
      collector.shipped.push(id);
      return say(200, JSON.stringify({ format: "tooltrail-acknowledgement/1", id, result: "stored" }));
    }
    collector.erased.push({
      body: body.toString(),
      head: `${request.method} ${request.url}\n${request.rawHeaders.join("\n")}`,
    });
    return say(collector.answer.status, collector.answer.body);
  });
  const collector: ErasingCollector = {
    shipped: [],
    erased: [],
    answer: eraseAcknowledged,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(collectorPort, "127.0.0.1", listening);
  });
  return collector;
}
