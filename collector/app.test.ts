import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { acknowledgementSchema, maxShipmentBytes, refusalSchema } from "../schemas/shipment.ts";
import { createApp } from "./app.ts";
import { maxBodyBytes } from "./inflate.ts";
import { openSqliteStore } from "./sqlite-store.ts";
import { StorageError, type Store } from "./store.ts";
import { canonical, randomId, shipment, temporaryFolder, upload, uploadText } from "./testing.ts";

function collector(more: { maxPages?: number; store?: Store } = {}) {
  const folder = temporaryFolder(onTestFinished);
  const store = more.store ?? openSqliteStore({ file: `${folder}/collector.sqlite`, ...more });
  onTestFinished(() => store.close());
  const lines: string[] = [];
  const app = createApp({ store, packages: folder, report: (line) => lines.push(line) });
  const send = async (request: Request) => {
    const response = await app.fetch(request);
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  return { app, store, lines, send };
}

const refused = (error: string) => ({ format: "tooltrail-refusal/1", error });
const text = () => canonical(shipment());

test("a shipment is stored as the bytes that came, and acknowledged by name", async () => {
  const { send, store } = collector();
  const sent = shipment();
  const { status, body } = await send(uploadText(canonical(sent)));
  expect(status).toBe(200);
  expect(acknowledgementSchema.parse(body)).toMatchObject({ id: sent.id, result: "stored" });
  const [row] = [...store.scan()];
  expect(Buffer.from(row!.bytes).toString()).toBe(canonical(sent));
  expect(row).toMatchObject({ id: sent.id, week: sent.week });
});

test("the same shipment twice is one row, and so is the same id with other bytes", async () => {
  const { send, store } = collector();
  const sent = shipment();
  await send(uploadText(canonical(sent)));
  expect((await send(uploadText(canonical(sent)))).body).toMatchObject({ result: "repeated" });
  const other = await send(uploadText(canonical({ ...sent, notice: 2 })));
  expect(other).toMatchObject({ status: 409, body: refused("other-bytes") });
  expect(store.count()).toBe(1);
  expect(Buffer.from([...store.scan()][0]!.bytes).toString()).toBe(canonical(sent));
});

const gzip = new Uint8Array(gzipSync(text()));
const notGzip: Record<string, () => Request> = {
  "an empty body": () => upload(new Uint8Array()),
  "plain JSON": () => upload(text()),
  "a truncated body": () => upload(gzip.subarray(0, -3)),
  "garbage behind it": () => upload(new Uint8Array([...gzip, 1, 2, 3])),
  "zeros behind it": () => upload(new Uint8Array([...gzip, ...new Uint8Array(40)])),
};
const notJson: Record<string, () => Request> = {
  "no JSON": () => uploadText("<!doctype html>"),
  "half of it": () => uploadText(text().slice(0, -5)),
  "a byte order mark": () => uploadText(`\ufeff${text()}`),
  "a lone surrogate in bytes": () =>
    uploadText(Buffer.concat([Buffer.from('"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"')])),
};
const inserted = (member: string) => () => uploadText(text().replace('"format"', `${member},"format"`));
const notAShipment: Record<string, () => Request> = {
  null: () => uploadText("null"),
  "an unknown key": inserted('"name":"Ann"'),
  "an unknown key in a step": () => uploadText(text().replace('"how"', '"at":12,"how"')),
  "an own __proto__": inserted('"__proto__":{"a":1}'),
  "an own __proto__, escaped": inserted('"__pro\\u0074o__":{"a":1}'),
  "a lone surrogate as a key": inserted('"\\ud800":1'),
  "a lone surrogate as a value": () => uploadText(canonical(shipment({ week: "\ud800" }))),
  "a repeated key": inserted('"eraseTag":"something typed"'),
  "white space": () => uploadText(JSON.stringify(shipment(), null, 1)),
  "an order of keys of its own": () => uploadText(JSON.stringify(shipment())),
  "a number written otherwise": () => uploadText(text().replace('"notice":1', '"notice":1.0')),
  "deep JSON": () => uploadText("[".repeat(500_000) + "]".repeat(500_000)),
  "deep JSON in a key": inserted(`"x":${"[".repeat(400_000)}${"]".repeat(400_000)}`),
  "too many steps": () => uploadText(canonical(shipment({ steps: Array(2001).fill(shipment().steps[0]) }))),
};

describe.each([
  ["not-gzip", notGzip],
  ["not-json", notJson],
  ["not-a-shipment", notAShipment],
])("400 %s", (error, requests) => {
  test.each(Object.entries(requests))("%s", async (_, request) => {
    const { send, store, lines } = collector();
    const { status, body } = await send(request());
    expect({ status, body: refusalSchema.parse(body) }).toEqual({ status: 400, body: refused(error) });
    expect(store.count()).toBe(0);
    expect(lines).toEqual([]);
  });
});

describe("413 too-large", () => {
  const random = () => crypto.getRandomValues(new Uint8Array(65_536));
  test.each([
    ["one byte over the inflated limit", () => uploadText(new Uint8Array(maxShipmentBytes + 1))],
    ["a bomb of 200 MB", () => uploadText(new Uint8Array(200_000_000))],
    ["a body over its limit", () => upload(new Uint8Array(maxBodyBytes + 1))],
  ])("%s", async (_, request) => {
    const { send, store } = collector();
    expect(await send(request())).toMatchObject({ status: 413, body: refused("too-large") });
    expect(store.count()).toBe(0);
  });

  test("a chunked body without end is left after 256 KiB", async () => {
    const { send } = collector();
    let chunks = 0;
    const endless = new ReadableStream({
      pull(controller) {
        chunks += 1;
        controller.enqueue(random());
      },
    });
    expect(await send(upload(endless))).toMatchObject({ status: 413, body: refused("too-large") });
    expect(chunks).toBeLessThan(10);
  });

  test("exactly the inflated limit is judged by what it says", async () => {
    const { send } = collector();
    expect((await send(uploadText(new Uint8Array(maxShipmentBytes)))).body).toEqual(refused("not-json"));
  });
});

test("a full disk refuses with 507, acknowledges nothing, damages nothing and says so once", async () => {
  const { send, store, lines } = collector({ maxPages: 4 });
  const big = () => shipment({ steps: Array(100).fill(shipment().steps[0]) });
  const acknowledged = new Set<string>();
  let refusals = 0;
  for (let i = 0; i < 12; i++) {
    const sent = i % 2 ? big() : shipment();
    const { status, body } = await send(uploadText(canonical(sent)));
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
  const broken = { append: () => assertNever(), scan: () => [], count: () => 0, close: () => {} };
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
    "access-control-allow-methods": "POST",
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

test("metrics tell nothing below 20 and only whole multiples of it", async () => {
  const { app, send } = collector();
  const metrics = async () => (await app.request("/metrics")).text();
  const sendMany = async (n: number) => {
    for (let i = 0; i < n; i++) await send(uploadText(text()));
  };
  await sendMany(19);
  expect(await metrics()).toContain("tooltrail_collector_stored_total 0");
  await sendMany(20);
  for (let i = 0; i < 45; i++) await send(upload(randomId()));
  const told = await metrics();
  expect(told).toContain("tooltrail_collector_stored_total 20");
  expect(told).toContain("tooltrail_collector_repeated_total 0");
  expect(told).toContain('tooltrail_collector_refused_total{error="not-gzip"} 40');
  for (const [, n] of told.matchAll(/^\w.* (\d+)$/gm)) expect(Number(n) % 20).toBe(0);
});

test("after a failure, that storing works again is said once it has worked for a while", async () => {
  let full = true;
  const store: Store = {
    append: () => {
      if (full) throw new StorageError(new Error("database or disk is full"));
      return "stored";
    },
    scan: () => [],
    count: () => 0,
    close: () => {},
  };
  const { send, lines } = collector({ store });
  const sendOne = async () => (await send(uploadText(text()))).status;
  expect(await sendOne()).toBe(507);
  full = false;
  for (let i = 0; i < 20; i++) expect(await sendOne()).toBe(200);
  expect(lines).toEqual([expect.stringContaining("cannot be stored"), "Shipments can be stored again."]);
});
