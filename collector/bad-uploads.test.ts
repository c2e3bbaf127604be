// What the collector refuses: nothing of it is stored, and no line is written about it.
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { canonicalText } from "../schemas/canonical.ts";
import { pack } from "../schemas/pack.ts";
import { maxShipmentBytes, refusalSchema } from "../schemas/shipment.ts";
import { maxBodyBytes } from "./inflate.ts";
import { shipment, textOf, upload, uploadText } from "./testing.ts";
import { collector, refused } from "./testing-app.ts";

const text = () => textOf(shipment());

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
/** Each was a step of some version, or is one that stays in the browser. */
const stayHere = [
  '["pointer",0]',
  '["hover",0]',
  '["scroll",0,null,null,"nothing","down"]',
  '["navigate",0,null,null,"navigated","full"]',
  '["switch",0,null,null,"nothing","elsewhere"]',
  '["clipboard",0,null,null,"changed","pasted"]',
  '["shortcut",0,null,null,"changed","copy"]',
  '["shortcut",0,null,null,"changed","palette"]',
  '["shortcut",0,null,null,"navigated","save"]',
  '["typing",0,null,null,"nothing",3]',
  '["typing",0,null,null,"changed",3,null,7]',
  '["choose",0,null,null,"invalid","select"]',
];
const inserted = (member: string) => () => uploadText(text().replace('"format"', `${member},"format"`));
const task = '"tool":0,"index":2,"judgedBy":"person"';
const notAShipment: Record<string, () => Request> = {
  null: () => uploadText("null"),
  "an unknown key": inserted('"name":"Ann"'),
  "a column too many in a step": () => uploadText(text().replace('"select"]', '"select",null,null,null,12]')),
  "a word of its own in a step": () => uploadText(text().replace('"select"', '"Ann"')),
  ...Object.fromEntries(
    stayHere.map((row) => [
      `a step that the rules leave out or make another: ${row.slice(2)}`,
      () => uploadText(text().replace('["choose",0,null,null,"changed","select"]', row)),
    ]),
  ),
  "a task in words of its own": inserted(`"task":{${task},"outcome":"done","sentence":"Call Ann"}`),
  "a task that somebody forgot to end": inserted(`"task":{${task},"outcome":"unknown"}`),
  "a task with how it was said": inserted(`"task":{${task},"outcome":"done","said":"started"}`),
  "a task of a tool that is not in it": inserted(`"task":{${task.replace("0", "1")},"outcome":"done"}`),
  "a position at which nothing stands": () => uploadText(text().replace('"places":[[0]]', '"places":[]')),
  "the form before it is packed": () => uploadText(canonicalText(shipment())),
  "an own __proto__": inserted('"__proto__":{"a":1}'),
  "an own __proto__, escaped": inserted('"__pro\\u0074o__":{"a":1}'),
  "a lone surrogate as a key": inserted('"\\ud800":1'),
  "a lone surrogate as a value": () => uploadText(textOf(shipment({ week: "\ud800" }))),
  "deep JSON": () => uploadText("[".repeat(500_000) + "]".repeat(500_000)),
  "deep JSON in a key": inserted(`"x":${"[".repeat(400_000)}${"]".repeat(400_000)}`),
  "too many steps": () => uploadText(textOf(shipment({ steps: Array(2001).fill(shipment().steps[0]) }))),
};
/** Each says a shipment, and something else by the way in which it is written. */
const notCanonical: Record<string, () => Request> = {
  "a repeated key": () => uploadText(text().replace('{"', '{"eraseTag":"something typed","')),
  "white space": () => uploadText(JSON.stringify(pack(shipment()), null, 1)),
  "an order of keys of its own": () => uploadText(JSON.stringify(pack(shipment()))),
  "a number written otherwise": () => uploadText(text().replace('"notice":1', '"notice":1.0')),
  "an escape": () => uploadText(text().replace("choose", "ch\\u006fose")),
  "a usual value written out": () => uploadText(text().replace('"select"]', '"select",null]')),
  "a place that no step names": () => uploadText(text().replace('"places":[[0]]', '"places":[[0],[0,7]]')),
  "a link that no path goes through": () => uploadText(text().replace('"links":[]', '"links":[[null,"a"]]')),
};

describe.each([
  ["not-gzip", notGzip],
  ["not-json", notJson],
  ["not-a-shipment", notAShipment],
  ["not-canonical", notCanonical],
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
