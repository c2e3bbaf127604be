// The same doorway on node:http itself. Most of what a collector does is to take sealed requests, and between the
// socket and the app each costs a fifth of all its processor time in Request, Response and streams.
import type { IncomingMessage, ServerResponse } from "node:http";
import { gatewayPath } from "../schemas/sealing.ts";
import { maxBodyBytes } from "./inflate.ts";
import { RefusalError } from "./refusal.ts";
import type { AnswerSealed } from "./sealed-answer.ts";
import type { Shedding } from "./shedding.ts";

export interface NodeDoorOptions {
  answer: AnswerSealed;
  shed: Shedding;
  /** Counts and reports, and says what the answer is. */
  refuse: (cause: unknown) => { status: number; body: object };
}

/** Takes a request that is its own, or says false. */
export type NodeDoor = (request: IncomingMessage, response: ServerResponse) => boolean;

function readAll(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > maxBodyBytes) reject(new RefusalError("too-large"));
      else chunks.push(chunk);
    });
    request.on("end", () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.on("error", reject);
    // A sender that goes away in the middle ends without an end.
    request.on("close", () => request.readableEnded || reject(new RefusalError("not-sealed")));
  });
}

const isTooLong = (request: IncomingMessage) => Number(request.headers["content-length"] ?? 0) > maxBodyBytes;

/** The door for POST requests to the gateway's path. */
export function nodeDoor({ answer, shed, refuse }: NodeDoorOptions): NodeDoor {
  const take = async (request: IncomingMessage) => {
    if (isTooLong(request)) throw new RefusalError("too-large");
    return answer(request.headers["content-type"], await readAll(request));
  };
  const send = (response: ServerResponse, status: number, headers: object, body: Uint8Array | string) => {
    if (response.destroyed) return;
    const length = Buffer.byteLength(body);
    response.writeHead(status, { "access-control-allow-origin": "*", "content-length": length, ...headers });
    response.end(body);
  };
  const sendRefusal = (response: ServerResponse, cause: unknown, more: object = {}) => {
    const { status, body } = refuse(cause);
    // What was not read cannot be passed over to reach a next request.
    const headers = { "content-type": "application/json", ...more, connection: "close" };
    send(response, status, headers, JSON.stringify(body));
  };
  return (request, response) => {
    if (request.method !== "POST" || request.url !== gatewayPath) return false;
    const wait = shed.enter();
    if (wait !== null) {
      sendRefusal(response, new RefusalError("busy"), { "retry-after": String(wait) });
      return true;
    }
    take(request)
      .then(({ status, type, body }) => send(response, status, { "content-type": type }, body))
      .catch((cause: unknown) => sendRefusal(response, cause))
      .finally(() => shed.leave());
    return true;
  };
}
