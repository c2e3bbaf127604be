import { expect, test } from "vitest";
import { eraseTagOf, randomKey } from "../lib/platform/random.ts";
import { acknowledgementSchema } from "../schemas/shipment.ts";
import { StorageError, type Store } from "./store.ts";
import { shipment, textOf, upload, uploadText } from "./testing.ts";
import { collector, refused } from "./testing-app.ts";

/** A store that takes nothing and holds nothing. */
const idle: Store = {
  append: async () => "stored",
  appendReport: async () => "stored",
  scanReports: () => [],
  erase: async () => {},
  scan: () => [],
  expire: async () => 0,
  takeErased: () => [],
  rearrange: async () => {},
  count: () => 0,
  close: async () => {},
};
const text = () => textOf(shipment());

test("a shipment is stored as the bytes that came, and acknowledged by name", async () => {
  const { send, store } = collector();
  const sent = shipment();
  const { status, body } = await send(uploadText(textOf(sent)));
  expect(status).toBe(200);
  expect(acknowledgementSchema.parse(body)).toMatchObject({ id: sent.id, result: "stored" });
  const [row] = [...store.scan()];
  expect(Buffer.from(row!.bytes).toString()).toBe(textOf(sent));
  expect(row).toMatchObject({ id: sent.id, week: sent.week });
});

test("the same shipment twice is one row, and so is the same id with other bytes", async () => {
  const { send, store } = collector();
  const sent = shipment();
  await send(uploadText(textOf(sent)));
  expect((await send(uploadText(textOf(sent)))).body).toMatchObject({ result: "repeated" });
  const other = await send(uploadText(textOf({ ...sent, notice: 2 })));
  expect(other).toMatchObject({ status: 409, body: refused("other-bytes") });
  expect(store.count()).toBe(1);
  expect(Buffer.from([...store.scan()][0]!.bytes).toString()).toBe(textOf(sent));
});

test("the demonstration erases too: the same answer whether or not it knew, and a late duplicate is refused", async () => {
  const { send, store } = collector();
  const key = randomKey();
  const sent = shipment({ eraseTag: await eraseTagOf(key) });
  await send(uploadText(textOf(sent)));
  const erase = (body: string) => send(new Request("http://127.0.0.1/v1/erase", { method: "POST", body }));
  const asked = (of: string) => JSON.stringify({ format: "tooltrail-erase/1", key: of });
  const acknowledged = { status: 200, body: { format: "tooltrail-erase-acknowledgement/1" } };
  expect(await erase(asked(randomKey()))).toMatchObject(acknowledged);
  expect(store.count()).toBe(1);
  expect(await erase(asked(key))).toMatchObject(acknowledged);
  expect(store.count()).toBe(0);
  expect(await send(uploadText(textOf(sent)))).toMatchObject({ status: 410, body: refused("erased") });
  expect(await erase('{"format":"tooltrail-erase/1","key":1}')).toMatchObject({
    status: 400,
    body: refused("not-json"),
  });
});

test("a full disk refuses with 507, acknowledges nothing, damages nothing and says so once", async () => {
  const { send, store, lines } = collector({ maxPages: 18 });
  const big = () => shipment({ steps: Array(100).fill(shipment().steps[0]) });
  const acknowledged = new Set<string>();
  let refusals = 0;
  for (let i = 0; i < 80; i++) {
    const sent = i % 2 ? big() : shipment();
    const { status, body } = await send(uploadText(textOf(sent)));
    if (status === 200) acknowledged.add(acknowledgementSchema.parse(body).id);
    else {
      refusals += 1;
      expect({ status, body }).toEqual({ status: 507, body: refused("storage") });
    }
  }
  expect(new Set([...store.scan()].map(({ id }) => id))).toEqual(acknowledged);
  expect(refusals).toBeGreaterThan(1);
  expect(lines).toEqual([
    expect.stringMatching(/^Shipments cannot be stored \(.*full.*\)\. What was acknowledged is kept/),
  ]);
});

test("an error nobody thought of is 500, and its message is not repeated", async () => {
  const broken: Store = { ...idle, append: () => assertNever() };
  const assertNever = (): never => {
    throw new TypeError("quotes what was sent");
  };
  const { send, lines } = collector({ store: broken });
  expect(await send(uploadText(text()))).toMatchObject({ status: 500, body: refused("unexpected") });
  expect(lines).toEqual(["A request failed (TypeError); nothing of it was kept."]);
});

test("any origin may ask, without credentials, also from a public address", async () => {
  const { app, send } = collector();
  const preflight = await app.request("/v1/shipments", {
    method: "OPTIONS",
    headers: { origin: "moz-extension://a", "access-control-request-private-network": "true" },
  });
  expect(preflight.status).toBe(204);
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, POST",
    "access-control-allow-headers": "content-type",
    "access-control-allow-private-network": "true",
  });
  expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
  const refusal = await send(upload("x"));
  expect(refusal.headers.get("access-control-allow-origin")).toBe("*");
});

test("other methods, other paths, health", async () => {
  const { app, send } = collector();
  expect(await send(new Request("http://127.0.0.1/v1/shipments"))).toMatchObject({
    status: 405,
    body: refused("method"),
  });
  expect((await app.request("/v1/shipments", { method: "PUT" })).headers.get("allow")).toBe("POST, OPTIONS");
  expect(await send(new Request("http://127.0.0.1/v1/people"))).toMatchObject({
    status: 404,
    body: refused("not-found"),
  });
  expect((await send(new Request("http://127.0.0.1/healthz"))).body).toEqual({ ok: true });
});

test("after a failure, that storing works again is said once it has worked for a while", async () => {
  let full = true;
  const store: Store = {
    ...idle,
    append: async () => {
      if (full) throw new StorageError(new Error("database or disk is full"));
      return "stored";
    },
  };
  const { send, lines } = collector({ store });
  const sendOne = async () => (await send(uploadText(text()))).status;
  expect(await sendOne()).toBe(507);
  full = false;
  for (let i = 0; i < 20; i++) expect(await sendOne()).toBe(200);
  expect(lines).toEqual([expect.stringContaining("cannot be stored"), "Shipments can be stored again."]);
});
