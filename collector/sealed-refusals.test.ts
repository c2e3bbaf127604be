// What is sealed and yet no good: refused by name, inside or in the clear, and nothing is stored.
import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { key, outer, token, world } from "../bench/collector/sealed-world.ts";
import { keyOf, packed, sealAsk } from "../bench/collector/sender.ts";
import { gatewayKeysOf } from "./sealing/gateway-keys.ts";
import { shipment, textOf } from "./testing.ts";
import { refused } from "./testing-app.ts";

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
  expect([response.status, response.headers.get("content-type")]).toEqual([400, "application/problem+json"]);
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
