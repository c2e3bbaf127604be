// What comes sealed and paid for: stored once, answered sealed, refused by name.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { keyOf, packed, sealAsk, tokenMaker } from "../bench/collector/sender.ts";
import { eraseTagOf, randomKey } from "../lib/platform/random.ts";
import { canonicalText } from "../schemas/canonical.ts";
import { epochAfter, epochOf } from "../schemas/epoch.ts";
import { gatewayPath, requestType, responseType } from "../schemas/sealing.ts";
import { acknowledgementSchema, type Shipment } from "../schemas/shipment.ts";
import { newPem, published } from "./issuer/testing.ts";
import { gatewayKeysOf } from "./sealing/gateway-keys.ts";
import { pairOf } from "./sealing/hpke.ts";
import { storeOpener } from "./stored-form.ts";
import { randomId, shipment, textOf } from "./testing.ts";
import { collector, refused } from "./testing-app.ts";

const epoch = epochOf(Date.now());
const pem = newPem();
const tokens = published(new Map([[epoch, pem]]));
const token = tokenMaker(pem, tokens);
const gateway = gatewayKeysOf([{ id: 1, secret: randomBytes(32) }]);
const key = keyOf(gateway.published);
const dataset = pairOf();
const sealed = { gateway, tokens, datasetKey: dataset.raw, grace: 1, weeks: 26 };

const outer = (body: Uint8Array<ArrayBuffer>, type = requestType) =>
  new Request(`http://127.0.0.1${gatewayPath}`, { method: "POST", body, headers: { "content-type": type } });

/** A collector, and a sender that opens its answers. */
function world(more: Parameters<typeof collector>[0] = {}) {
  const made = collector({ sealed, ...more });
  const ask = async (given: Parameters<typeof sealAsk>[0]) => {
    const one = await sealAsk(given, key);
    const response = await made.app.fetch(outer(one.bytes));
    expect([response.status, response.headers.get("content-type")]).toEqual([200, responseType]);
    const inner = await one.openAnswer(new Uint8Array(await response.arrayBuffer()));
    return { status: inner.status, body: await inner.json(), headers: inner.headers };
  };
  const ship = (sent: Shipment, paid: Uint8Array | null = token()) =>
    ask({ body: packed(textOf(sent)), ...(paid ? { token: paid } : {}) });
  const erase = (eraseKey: string) =>
    ask({
      path: "/v1/erase",
      body: Buffer.from(JSON.stringify({ format: "tooltrail-erase/1", key: eraseKey })),
    });
  return { ...made, ask, ship, erase };
}

describe("stored once", () => {
  test("a shipment is acknowledged by name, and only the dataset key opens what is stored", async () => {
    const { ship, store, file } = world();
    const sent = shipment();
    const { status, body } = await ship(sent);
    expect(status).toBe(200);
    expect(acknowledgementSchema.parse(body)).toMatchObject({ id: sent.id, result: "stored" });
    const [row] = [...store.scan()];
    expect(storeOpener([dataset])(row!).toString()).toBe(textOf(sent));
    expect(() => storeOpener([pairOf()])(row!)).toThrow(/another dataset key/);
    expect(() => storeOpener([dataset])({ ...row!, id: randomId() })).toThrow();
    const raw = Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);
    for (const part of ["tooltrail/1", "navigate", sent.eraseTag]) expect(raw.includes(part)).toBe(false);
  });

  test("the same token and id is a retry; another token too; the same token for another is refused", async () => {
    const { ship, store } = world();
    const [sent, paid] = [shipment(), token()];
    expect((await ship(sent, paid)).body).toMatchObject({ result: "stored" });
    expect(await ship(sent, paid)).toMatchObject({ status: 200, body: { result: "repeated" } });
    expect(await ship(sent)).toMatchObject({ status: 200, body: { result: "repeated" } });
    expect(await ship(shipment(), paid)).toMatchObject({ status: 409, body: refused("token-spent") });
    expect(await ship({ ...sent, notice: 2 }, paid)).toMatchObject({
      status: 409,
      body: refused("other-bytes"),
    });
    expect(await ship({ ...sent, notice: 2 })).toMatchObject({ status: 409, body: refused("other-bytes") });
    expect(store.count()).toBe(1);
  });

  test("nothing is stored for no token, a forged one, another week's or another collector's", async () => {
    const { ship, store } = world();
    const forged = token();
    forged[200]! ^= 1;
    const other = tokenMaker(newPem(), tokens)();
    const elsewhere = tokenMaker(pem, { ...tokens, origin: "other.example" })();
    expect(await ship(shipment(), null)).toMatchObject({ status: 401, body: refused("no-token") });
    for (const bad of [forged, other, elsewhere]) {
      expect(await ship(shipment(), bad)).toMatchObject({ status: 401, body: refused("bad-token") });
    }
    expect(store.count()).toBe(0);
  });

  test("a shipment of a week that is over or has not come is refused, and its token is not spent", async () => {
    const { ship } = world();
    const paid = token();
    for (const weeks of [-26, 2]) {
      const sent = shipment({ week: epochAfter(epoch, weeks) });
      expect(await ship(sent, paid)).toMatchObject({ status: 422, body: refused("wrong-week") });
    }
    expect(await ship(shipment({ week: epochAfter(epoch, -25) }), paid)).toMatchObject({ status: 200 });
  });
});

test("a step report is stored once for its token, sealed, and answered without a name", async () => {
  const { ask, store } = world();
  const report = {
    format: "tooltrail-report/1",
    week: epoch,
    tool: { tool: null, vocabulary: null },
    step: { kind: "navigate", route: null, name: null },
    question: "first-act",
    answer: 5,
  };
  const send = (what: object, paid: Uint8Array | null = token()) =>
    ask({ path: "/v1/reports", body: Buffer.from(canonicalText(what)), ...(paid ? { token: paid } : {}) });
  const paid = token();
  const stored = { format: "tooltrail-report-acknowledgement/1", result: "stored" };
  expect(await send(report, paid)).toMatchObject({ status: 200, body: stored });
  expect(await send(report, paid)).toMatchObject({ status: 200, body: { ...stored, result: "repeated" } });
  expect(await send(report, null)).toMatchObject({ status: 401, body: refused("no-token") });
  expect(await send({ ...report, who: 1 })).toMatchObject({ status: 400, body: refused("not-a-report") });
  expect(await send({ ...report, week: "2020-W01" })).toMatchObject({
    status: 422,
    body: refused("wrong-week"),
  });
  const [row, ...others] = [...store.scanReports()];
  expect(others).toEqual([]);
  expect(storeOpener([dataset])(row!).toString()).toBe(canonicalText(report));
});

describe("erased", () => {
  test("known or not, the answer is the same, and a late duplicate is refused", async () => {
    const { ship, erase, store } = world();
    const eraseKey = randomKey();
    const sent = shipment({ eraseTag: await eraseTagOf(eraseKey) });
    const paid = token();
    await ship(sent, paid);
    const known = await erase(eraseKey);
    const { headers, ...unknown } = await erase(randomKey());
    expect(known).toMatchObject(unknown);
    expect(unknown).toEqual({ status: 200, body: { format: "tooltrail-erase-acknowledgement/1" } });
    expect([...headers]).toEqual([...known.headers]);
    expect(store.count()).toBe(0);
    expect(await ship(sent, paid)).toMatchObject({ status: 410, body: refused("erased") });
    expect(await ship(sent)).toMatchObject({ status: 410, body: refused("erased") });
  });

  test.each(["{}", "[", '{"format":"tooltrail-erase/1","key":"short"}', "[".repeat(100_000)])(
    "what is no erase request is refused: %.20s",
    async (text) => {
      const { ask } = world();
      expect(await ask({ path: "/v1/erase", body: Buffer.from(text) })).toMatchObject({ status: 400 });
    },
  );
});

test("a dummy is answered in the same length as a shipment and leaves nothing", async () => {
  const { app, ask, store } = world();
  expect(await ask({ path: "/v1/cover", body: Buffer.alloc(0) })).toMatchObject({ status: 200 });
  expect(store.count()).toBe(0);
  const lengths = [];
  for (const path of ["/v1/cover", "/v1/erase", "/v1/shipments", "/v1/nowhere"]) {
    const { bytes } = await sealAsk({ path, body: randomBytes(9) }, key);
    lengths.push((await (await app.fetch(outer(bytes))).arrayBuffer()).byteLength);
  }
  expect(new Set(lengths).size).toBe(1);
});

describe("refused", () => {
  const inside = (text: string | Uint8Array) => ({ token: token(), body: packed(text) });
  const inserted = (member: string) => textOf(shipment()).replace('"format"', `${member},"format"`);
  test.each([
    ["no gzip", () => ({ token: token(), body: Buffer.from("x") }), 400, "not-gzip"],
    ["a bomb", () => inside(new Uint8Array(50_000_000)), 413, "too-large"],
    [
      "a bomb of members",
      () => ({ token: token(), body: Buffer.concat(Array(200).fill(gzipSync(Buffer.alloc(9000)))) }),
      413,
      "too-large",
    ],
    ["deep JSON", () => inside("[".repeat(400_000) + "]".repeat(400_000)), 400, "not-a-shipment"],
    ["__proto__", () => inside(inserted('"__proto__":{"a":1}')), 400, "not-a-shipment"],
    ["constructor", () => inside(inserted('"constructor":{"prototype":1}')), 400, "not-a-shipment"],
    ["a lone surrogate", () => inside(inserted('"\\ud800":1')), 400, "not-a-shipment"],
    ["another path", () => ({ path: "/v1/people", body: Buffer.alloc(0) }), 404, "not-found"],
    ["a path of Object", () => ({ path: "/constructor", body: Buffer.alloc(0) }), 404, "not-found"],
  ] as const)("%s", async (_, make, status, error) => {
    const { ask, store, lines } = world();
    expect(await ask(make())).toMatchObject({ status, body: refused(error) });
    expect(store.count()).toBe(0);
    expect(lines).toEqual([]);
  });

  test("what does not open is refused in the clear; an unknown key names itself as RFC 9458 says", async () => {
    const { app, send } = world();
    const body = (await sealAsk({ body: Buffer.alloc(0) }, key)).bytes;
    expect(await send(outer(body, "text/plain"))).toMatchObject({ status: 400, body: refused("not-sealed") });
    expect(await send(outer(body.slice(1)))).toMatchObject({ status: 400, body: refused("not-sealed") });
    expect(await send(outer(new Uint8Array(2048)))).toMatchObject({
      status: 400,
      body: refused("not-sealed"),
    });
    expect(await send(outer(new Uint8Array(300_000)))).toMatchObject({
      status: 413,
      body: refused("too-large"),
    });
    const other = keyOf(gatewayKeysOf([{ id: 2, secret: randomBytes(32) }]).published);
    const { bytes } = await sealAsk({ body: Buffer.alloc(0) }, other);
    const response = await app.fetch(outer(bytes));
    expect([response.status, response.headers.get("content-type")]).toEqual([
      400,
      "application/problem+json",
    ]);
    expect(await response.json()).toMatchObject({ type: expect.stringContaining("#ohttp-key") });
  });

  test("plain shipments have no doorway here", async () => {
    const { send } = world();
    const plain = new Request("http://127.0.0.1/v1/shipments", { method: "POST", body: "x" });
    expect(await send(plain)).toMatchObject({ status: 404 });
  });

  test("a full disk is 507 inside, with a time to come back, and never an acknowledgement", async () => {
    const { ship, store, lines } = world({ maxPages: 30 });
    const acknowledged = new Set<string>();
    const answers = [];
    for (let i = 0; i < 40; i++) {
      const sent = shipment();
      const { status, body, headers } = await ship(sent);
      if (status === 200) acknowledged.add(sent.id);
      else answers.push([status, body, headers.get("retry-after")]);
    }
    expect(answers.length).toBeGreaterThan(1);
    for (const one of answers) expect(one).toEqual([507, refused("storage"), "600"]);
    expect(new Set([...store.scan()].map(({ id }) => id))).toEqual(acknowledged);
    expect(lines).toHaveLength(1);
  });

  test("too much under way is sent off before it is read", async () => {
    const { app, send } = world({ limits: { most: 0, late: 1000 } });
    const request = outer(new Uint8Array(1024));
    const answer = await send(request);
    expect(answer).toMatchObject({ status: 503, body: refused("busy") });
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThanOrEqual(30);
    expect(request.bodyUsed).toBe(false);
    expect((await app.request("/readyz")).status).toBe(503);
  });
});

test("keys, token keys and ledger are published", async () => {
  const { app, ledger } = world();
  const keys = await app.request(gatewayPath);
  expect(keys.headers.get("content-type")).toBe("application/ohttp-keys");
  expect(Buffer.from(await keys.arrayBuffer())).toEqual(gateway.published);
  expect(await (await app.request("/v1/token-keys")).json()).toEqual(tokens);
  const entry = ledger.append({ what: "build", who: "data team", why: "first release", many: null });
  expect(await (await app.request("/v1/ledger")).json()).toEqual({
    format: "tooltrail-ledger/1",
    entries: [entry],
  });
  expect((await app.request("/readyz")).status).toBe(200);
});
