// Over real sockets: what is no whole answer is none, in time, and its connection is let go.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { ask } from "./ask.ts";

afterEach(() => void vi.restoreAllMocks());

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

/** A server of its own; `gone` is when the one who asked has let go. */
async function serves(answer: Serve) {
  const gone = Promise.withResolvers<void>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    request.resume();
    response.once("close", () => gone.resolve());
    answer(request, response);
  });
  await new Promise<void>((listens) => server.listen(0, "127.0.0.1", listens));
  onTestFinished(() => void server.close());
  onTestFinished(() => server.closeAllConnections());
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    gone: gone.promise,
  };
}

/** As in a browser, only sooner. */
function impatient(): number[] {
  const { timeout } = AbortSignal;
  const waits: number[] = [];
  vi.spyOn(AbortSignal, "timeout").mockImplementation((milliseconds) => {
    waits.push(milliseconds);
    return timeout.call(AbortSignal, 300);
  });
  return waits;
}

const post = { method: "POST", body: new Uint8Array(2000) };
const never = () => new AbortController().signal;

test.each<[string, Serve]>([
  ["says nothing", () => {}],
  ["says its headers and nothing more", (_, response) => response.writeHead(200).flushHeaders()],
  [
    "sends a byte now and then, without end",
    (_, response) => {
      const drip = setInterval(() => response.write("x"), 20);
      response.once("close", () => clearInterval(drip));
    },
  ],
  [
    "ends in the middle",
    (_, response) => {
      response.writeHead(200, { "content-length": "100" }).write("x".repeat(10));
      setTimeout(() => response.destroy(), 20);
    },
  ],
  ["lets go at once", (request) => void request.socket.destroy()],
  ["sends more than any answer has", (_, response) => void response.end("x".repeat(4_000_000))],
  ["sends elsewhere", (_, response) => void response.writeHead(302, { location: "/sign-in" }).end()],
])("a server that %s has given no answer", async (_, answer) => {
  const waits = impatient();
  const { address, asked, gone } = await serves(answer);
  expect(await ask(address, post, never())).toBeNull();
  await gone;
  expect(asked).toEqual(["/"]);
  // Before the browser ends the worker's request itself.
  expect(waits.every((wait) => wait > 0 && wait < 30_000)).toBe(true);
});

test("what is not wanted any more is let go in the middle of its answer", async () => {
  const { address, gone } = await serves((_, response) => void response.writeHead(200).write("x"));
  const wanted = new AbortController();
  const asked = ask(address, post, wanted.signal);
  setTimeout(() => wanted.abort(), 50);
  expect(await asked).toBeNull();
  await gone;
});

test("a whole answer is one, however it comes, and nothing of the browser's goes with the request", async () => {
  const headers: string[] = [];
  const { address } = await serves((request, response) => {
    headers.push(...Object.keys(request.headers));
    response.writeHead(503, { "retry-after": "7", "set-cookie": "who=ann", "content-type": "text/plain" });
    response.write("to");
    setTimeout(() => response.end("day"), 30);
  });
  const twice = [await ask(address, post, never()), await ask(address, post, never())];
  for (const answer of twice)
    expect({ ...answer, body: new TextDecoder().decode(answer!.body) }).toEqual({
      ...{ status: 503, type: "text/plain", retryAfter: "7", body: "today" },
    });
  expect(headers.filter((name) => /cookie|referer|authorization/.test(name))).toEqual([]);
});
