// A collector that takes only what is sealed and paid for, and a sender to it, for the tests of both.
import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import { newPem, published } from "../../collector/issuer/testing.ts";
import { gatewayKeysOf } from "../../collector/sealing/gateway-keys.ts";
import { pairOf } from "../../collector/sealing/hpke.ts";
import { textOf } from "../../collector/testing.ts";
import { collector } from "../../collector/testing-app.ts";
import { epochOf } from "../../schemas/epoch.ts";
import { gatewayPath, requestType, responseType } from "../../schemas/sealing.ts";
import type { Shipment } from "../../schemas/shipment.ts";
import { keyOf, packed, sealAsk, tokenMaker } from "./sender.ts";

export const epoch = epochOf(Date.now());
export const pem = newPem();
export const tokens = published(new Map([[epoch, pem]]));
export const token = tokenMaker(pem, tokens);
export const gateway = gatewayKeysOf([{ id: 1, secret: randomBytes(32) }]);
export const key = keyOf(gateway.published);
export const dataset = pairOf();
const sealed = { gateway, tokens, datasetKey: dataset.raw, grace: 1, weeks: 26 };

export const outer = (body: Uint8Array<ArrayBuffer>, type = requestType) =>
  new Request(`http://127.0.0.1${gatewayPath}`, { method: "POST", body, headers: { "content-type": type } });

/** A collector, and a sender that opens its answers. */
export function world(more: Parameters<typeof collector>[0] = {}) {
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
