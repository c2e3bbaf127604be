// The relay between a sender and a gateway, both on the loopback.
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, request, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { expect, onTestFinished, test } from "vitest";
import { gatewayPath, keysType, requestType, responseType } from "../../schemas/sealing.ts";
import { createRelay } from "./relay.ts";

interface Seen {
  method: string;
  headers: IncomingHttpHeaders;
  raw: string[];
  length: number;
  socket: Socket;
}

type Reply = (response: ServerResponse) => void;
const answered: Reply = (response) => {
  response.writeHead(200, { "content-type": responseType, "set-cookie": "a=b", server: "x", etag: "1" });
  response.end(Buffer.alloc(544, 7));
};

async function listening(server: ReturnType<typeof createServer>) {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function world(reply: Reply = answered, patience = 5000) {
  const seen: Seen[] = [];
  const gateway = createServer((asked, response) => {
    let length = 0;
    asked.on("data", (chunk: Buffer) => {
      length += chunk.length;
    });
    asked.on("end", () => {
      const { method = "", headers, rawHeaders: raw, socket } = asked;
      seen.push({ method, headers, raw, length, socket });
      if (method === "GET") response.writeHead(200, { "content-type": keysType }).end("keys");
      else reply(response);
    });
  });
  const url = await listening(gateway);
  const app = createRelay({ gateway: `${url}${gatewayPath}`, connections: 2, patience });
  const address = await listening(createServer(getRequestListener(app.fetch)));
  const send = (size = 1024, headers: Record<string, string> = {}) =>
    fetch(`${address}${gatewayPath}`, {
      method: "POST",
      body: new Uint8Array(size),
      headers: { "content-type": requestType, ...headers },
    });
  return { address, seen, send };
}

test("what says who sends does not pass, in either direction", async () => {
  const { seen, send } = await world();
  const answer = await send(1024, {
    cookie: "name=ann",
    "user-agent": "Canary/1",
    "accept-language": "de-CANARY",
    "x-forwarded-for": "192.0.2.7",
    forwarded: "for=192.0.2.7",
    origin: "moz-extension://canary",
    authorization: "Bearer canary",
  });
  expect(answer.status).toBe(200);
  const ofConnection = ["connection", "date", "keep-alive"];
  expect([...answer.headers.keys()].filter((name) => !ofConnection.includes(name)).toSorted()).toEqual([
    "access-control-allow-origin",
    "content-length",
    "content-type",
  ]);
  expect((await answer.arrayBuffer()).byteLength).toBe(544);
  const [one] = seen;
  expect(Object.keys(one!.headers).toSorted()).toEqual([
    "connection",
    "content-length",
    "content-type",
    "host",
  ]);
  expect(one!.raw.join(" ")).not.toMatch(/canary|192\.0\.2\.7|ann/i);
});

test("senders on connections of their own come to the gateway on the relay's", async () => {
  const { address, seen } = await world();
  // Each with a new connection.
  const sendAlone = () =>
    new Promise<void>((resolve, reject) => {
      const headers = { "content-type": requestType, "content-length": 1024, connection: "close" };
      const sent = request(
        `${address}${gatewayPath}`,
        { method: "POST", agent: false, headers },
        (answer) => {
          answer.resume();
          answer.on("end", resolve);
        },
      );
      sent.on("error", reject);
      sent.end(Buffer.alloc(1024));
    });
  await Promise.all(Array.from({ length: 12 }, sendAlone));
  expect(seen).toHaveLength(12);
  expect(new Set(seen.map(({ socket }) => socket)).size).toBeLessThanOrEqual(2);
});

test("everybody gets the same keys: the gateway is asked once", async () => {
  const { address, seen } = await world();
  for (let at = 0; at < 4; at++) {
    const keys = await fetch(`${address}${gatewayPath}`, { headers: { "user-agent": `Canary/${at}` } });
    expect([keys.headers.get("content-type"), await keys.text()]).toEqual([keysType, "keys"]);
  }
  expect(seen).toHaveLength(1);
  expect(seen[0]!.raw.join(" ")).not.toMatch(/canary/i);
});

test("only sealed requests of the nine lengths are passed on", async () => {
  const { address, seen, send } = await world();
  expect((await send(1025)).status).toBe(413);
  expect((await send(524_288)).status).toBe(413);
  expect((await send(1024, { "content-type": "text/plain" })).status).toBe(415);
  expect((await fetch(`${address}/other`)).status).toBe(404);
  expect(seen).toEqual([]);
});

test("what the gateway says of later is passed on; one that hangs, breaks or floods is 502", async () => {
  const busy = await world((response) => response.writeHead(503, { "retry-after": "70" }).end());
  const answer = await busy.send();
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "70"]);
  const hanging = await world(() => {}, 200);
  expect((await hanging.send()).status).toBe(502);
  const broken = await world((response) => response.destroy());
  expect((await broken.send()).status).toBe(502);
  const flooding = await world((response) => response.end(Buffer.alloc(1_000_000)));
  expect((await flooding.send()).status).toBe(502);
});
