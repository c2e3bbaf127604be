// What is no answer of the collector's is taken for none: what it was to answer waits on.
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Client, isSend, startClient } from "../../bench/shipping/client.ts";
import { erasing, holds, waits } from "../../bench/shipping/queue.ts";

vi.mock("../platform/browser.ts", () => ({ browser: {} }));
vi.mock("./services.ts", () => import("../../bench/shipping/given-services.ts"));
vi.mock("./slots.ts", () => import("../../bench/shipping/given-slots.ts"));

let { services, database, slots, shipment } = {} as Client;
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 18, 9), toFake: ["Date"] });
  ({ services, database, slots, shipment } = await startClient());
});
afterEach(async () => {
  await database.delete();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test.each([
  ["a page", () => new Response("<!doctype html><title>Sign in</title>")],
  ["an acknowledgement that nobody sealed", () => Response.json({ format: "tooltrail-acknowledgement/1" })],
  ["a refusal that nobody sealed", () => Response.json({ error: "not-a-shipment" }, { status: 400 })],
  ["a page without an end", () => new Response("x".repeat(600_000))],
  ["a page that says it is sealed", () => new Response("x".repeat(544), sealedType)],
])("a captive portal answers with %s: that is no answer", async (_, portal) => {
  await waits(database);
  await erasing(database);
  await holds(database, services, "shipment", 1);
  services.between = async () => portal();
  await slots(3);
  services.between = async (request, pass) => (isSend(request) ? portal() : pass(request));
  await slots(5);
  expect([(await shipment()).state, services.stored().ids]).toEqual(["waiting", []]);
  services.between = async (request, pass) => pass(request);
  await slots(6);
  expect(services.stored()).toMatchObject({ ids: { length: 1 }, erased: 1 });
});
const sealedType = { headers: { "content-type": "message/ohttp-res" } };

test.each([
  ["never answers", () => new Promise<Response>(() => {})],
  ["begins an answer and stops", async () => new Response(new ReadableStream({ start() {} }))],
])("a server that %s is given up before the browser gives up", async (_, hang) => {
  await waits(database);
  await holds(database, services, "shipment", 1);
  const patience: number[] = [];
  vi.spyOn(AbortSignal, "timeout").mockImplementation((milliseconds) => {
    patience.push(milliseconds);
    return AbortSignal.abort(new DOMException("", "TimeoutError"));
  });
  vi.stubGlobal("fetch", async (_input: unknown, init: RequestInit) => {
    const answer = hang();
    return Promise.race([
      answer.then((response) => response),
      new Promise<Response>((__, gone) => {
        if (init.signal?.aborted) setImmediate(() => gone(init.signal?.reason));
      }),
    ]).then((response) => abortable(response, init.signal!));
  });
  await slots(1);
  expect(Math.max(...patience)).toBeLessThan(30_000);
  expect((await shipment()).state).toBe("waiting");
});

/** As a browser does: a body that is read ends with its request. */
function abortable(response: Response, signal: AbortSignal): Response {
  const body = new ReadableStream({
    pull: (controller) => {
      if (signal.aborted) controller.error(signal.reason);
    },
  });
  return new Response(response.body && body, response);
}
