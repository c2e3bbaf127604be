// What the collector refuses: nothing of it is stored, and no line is written about it.
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { maxShipmentBytes, refusalSchema } from "../schemas/shipment.ts";
import { maxBodyBytes } from "./inflate.ts";
import { canonical, shipment, upload, uploadText } from "./testing.ts";
import { collector, refused } from "./testing-app.ts";

const text = () => canonical(shipment());

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
