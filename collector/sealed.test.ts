// What comes sealed and paid for: stored once, answered sealed, erased without a name.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  dataset,
  epoch,
  gateway,
  key,
  outer,
  pem,
  token,
  tokens,
  world,
} from "../bench/collector/sealed-world.ts";
import { sealAsk, tokenMaker } from "../bench/collector/sender.ts";
import { eraseTagOf, randomKey } from "../lib/platform/random.ts";
import { canonicalText } from "../schemas/canonical.ts";
import { epochAfter } from "../schemas/epoch.ts";
import { gatewayPath } from "../schemas/sealing.ts";
import { acknowledgementSchema } from "../schemas/shipment.ts";
import { newPem } from "./issuer/testing.ts";
import { pairOf } from "./sealing/hpke.ts";
import { storeOpener } from "./stored-form.ts";
import { randomId, shipment, textOf } from "./testing.ts";
import { refused } from "./testing-app.ts";

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
    for (const part of ["tooltrail/1", "choose", sent.eraseTag]) expect(raw.includes(part)).toBe(false);
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
