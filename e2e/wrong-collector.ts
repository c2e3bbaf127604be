// Something that stands where the collector should be, and answers as it likes.
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { gunzipSync } from "node:zlib";
import type { WireShipment } from "../schemas/wire.ts";
import { collectorPort } from "./collector.ts";

/** `body` is what was posted, as it came. */
export type Answer = (response: ServerResponse, body: Buffer) => void;

export interface WrongCollector {
  /** The shipments that were posted to it, whatever it answered. */
  posted: WireShipment[];
  /** What it answers from now on. */
  answer: Answer;
  close(): Promise<void>;
}

/** Listens on the collector's port. */
export async function startWrongCollector(answer: Answer): Promise<WrongCollector> {
  const server = createServer(async (incoming, response) => {
    // Chromium itself sends again what dies on a connection it has used before; here each post has a new one.
    response.shouldKeepAlive = false;
    const body = await bodyOf(incoming);
    wrong.posted.push(JSON.parse(gunzipSync(body).toString()) as WireShipment);
    wrong.answer(response, body);
  });
  const wrong: WrongCollector = {
    posted: [],
    answer,
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
  return wrong;
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Answers with a status and a text, as an error page or a captive portal does. */
export const says =
  (status: number, type: string, text: string): Answer =>
  (response) =>
    response.writeHead(status, { "content-type": type }).end(text);

/** Answers as a collector does that stored it. */
export const acknowledges: Answer = (response, body) => {
  const { id } = JSON.parse(gunzipSync(body).toString()) as WireShipment;
  says(
    200,
    "application/json",
    JSON.stringify({ format: "tooltrail-acknowledgement/1", id, result: "stored" }),
  )(response, body);
};

/** Hands a post on to the real collector and gives its answer to `then`. */
export const handsOn =
  (port: number, then: (response: ServerResponse, status: number, text: string) => void): Answer =>
  (response, body) => {
    const onward = request({ host: "127.0.0.1", port, path: "/v1/shipments", method: "POST" }, (reply) => {
      void bodyOf(reply).then((text) => then(response, reply.statusCode ?? 0, text.toString()));
    });
    onward.setHeader("content-type", "application/octet-stream");
    onward.end(body);
  };
