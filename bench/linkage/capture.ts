// Stands in front of the collector and writes down what a network capture there would hold: connections, their order,
// headers as they came, lengths, bytes.
import { Agent, createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo, Socket } from "node:net";

export interface Captured {
  /** Number of the connection, and place among all requests. */
  connection: number;
  at: number;
  headers: string;
  body: Buffer;
}

export interface Capture {
  url: string;
  captured: Captured[];
  stop(): void;
}

/** Names and values in their order. The length is known from the body. */
const withoutLength = (raw: readonly string[]): string =>
  raw.map((text, at) => (/^content-length$/i.test(raw[at - 1] ?? "") ? "" : text)).join("\n");

async function readAll(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Starts it; whatever comes is handed on to this origin, and its answer back. */
export async function startCapture(to: string): Promise<Capture> {
  const connections = new Map<Socket, number>();
  const captured: Captured[] = [];
  const agent = new Agent({ keepAlive: true });
  // Longer than a slow machine lets anybody wait: a connection that was let go would hide what belongs together.
  const server = createServer({ keepAliveTimeout: 120_000 }, async (asked, answer) => {
    const body = await readAll(asked);
    const connection = connections.get(asked.socket)!;
    if (asked.method === "POST")
      captured.push({ connection, at: captured.length, headers: withoutLength(asked.rawHeaders), body });
    const { method, headers, url } = asked;
    const passed = request(new URL(url!, to), { method: method!, headers, agent }, async (told) => {
      const { statusCode = 502, headers } = told;
      answer.writeHead(statusCode, headers).end(await readAll(told));
    });
    passed.on("error", () => answer.destroy());
    passed.end(body);
  });
  server.on("connection", (socket) => connections.set(socket, connections.size));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.close();
    server.closeAllConnections();
    agent.destroy();
  };
  return { url: `http://127.0.0.1:${port}`, captured, stop };
}
