// The doorway on node:http itself: what it refuses before anything is opened, and that a sender may go away.
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { gatewayPath, requestType } from "../schemas/sealing.ts";
import { nodeDoor } from "./node-door.ts";
import { type RefusalError, refusalOf, statusOf } from "./refusal.ts";
import { type Limits, shedding } from "./shedding.ts";

async function world(limits: Limits = { most: 4, late: Number.POSITIVE_INFINITY }) {
  const bodies: number[] = [];
  const shed = shedding(limits);
  const door = nodeDoor({
    shed,
    answer: async (_, sealed) => {
      bodies.push(sealed.length);
      return { status: 200, type: "a/b", body: Buffer.from("sealed") };
    },
    refuse: (cause) => {
      const { error } = cause as RefusalError;
      return { status: statusOf[error], body: refusalOf(error) };
    },
  });
  const server = createServer((request, response) => {
    if (!door(request, response)) response.writeHead(299).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const send = (body: RequestInit["body"] & {}, more: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${gatewayPath}`, {
      method: "POST",
      body,
      headers: { "content-type": requestType },
      duplex: "half",
      ...more,
    } as RequestInit);
  return { port, bodies, shed, send };
}

test("a body is answered, whole or in pieces; what is not its own it leaves", async () => {
  const { bodies, send, port } = await world();
  const answer = await send(new Uint8Array(4096));
  expect([answer.status, answer.headers.get("content-type"), await answer.text()]).toEqual([
    200,
    "a/b",
    "sealed",
  ]);
  const pieces = new ReadableStream({
    start(controller) {
      for (let at = 0; at < 4; at++) controller.enqueue(new Uint8Array(256));
      controller.close();
    },
  });
  expect((await send(pieces)).status).toBe(200);
  expect(bodies).toEqual([4096, 1024]);
  expect((await fetch(`http://127.0.0.1:${port}${gatewayPath}`)).status).toBe(299);
  expect((await fetch(`http://127.0.0.1:${port}/other`, { method: "POST" })).status).toBe(299);
});

test("too large by what it says or by what comes is refused, and nothing of it is answered", async () => {
  const { bodies, send } = await world();
  const said = await send(new Uint8Array(262_145));
  expect([said.status, await said.json()]).toEqual([413, refusalOf("too-large")]);
  let chunks = 0;
  const endless = new ReadableStream({
    pull(controller) {
      chunks += 1;
      controller.enqueue(new Uint8Array(65_536));
    },
  });
  const came = await send(endless).then(
    ({ status }) => status,
    () => "closed",
  );
  expect([413, "closed"]).toContain(came);
  expect(chunks).toBeLessThan(200);
  expect(bodies).toEqual([]);
});

test("above its limit it sends off with a time to come back, and takes again afterwards", async () => {
  const { port, shed, send } = await world({ most: 1, late: Number.POSITIVE_INFINITY });
  const half = connect(port, "127.0.0.1");
  half.write(`POST ${gatewayPath} HTTP/1.1\r\nHost: a\r\nContent-Length: 1024\r\n\r\nhalf`);
  await expect.poll(() => shed.busy).toBe(true);
  const refused = await send(new Uint8Array(1024));
  expect([refused.status, await refused.json()]).toEqual([503, refusalOf("busy")]);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(30);
  // Gone in the middle: its place is free again.
  half.destroy();
  await expect.poll(() => shed.busy).toBe(false);
  expect((await send(new Uint8Array(1024))).status).toBe(200);
});
