// What each part of taking a shipment costs by itself, in processor time.
import { randomBytes } from "node:crypto";
import { inflate } from "../../collector/inflate.ts";
import { readCollectorKeys } from "../../collector/keys/key-files.ts";
import { parseShipment } from "../../collector/parse-shipment.ts";
import { decodeRequest, encodeAnswer } from "../../collector/sealing/binary-http.ts";
import { openRequest, sealAnswer } from "../../collector/sealing/gateway.ts";
import { openSqliteStore } from "../../collector/sqlite-store.ts";
import { storeSealer } from "../../collector/stored-form.ts";
import { redeemerOf } from "../../collector/tokens/redeem.ts";
import { authorizationOf } from "../../lib/tokens/mint.ts";
import { epochOf } from "../../schemas/epoch.ts";
import type { Ready } from "./world.ts";

const names = ["unseal", "redeem", "inflate and parse", "re-seal", "insert"] as const;
export type Parts = Record<(typeof names)[number], number>;

async function timed<T>(inputs: readonly T[], work: (input: T) => unknown): Promise<number> {
  const before = process.cpuUsage();
  const results = inputs.map(work);
  await Promise.all(results);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / inputs.length;
}

/** Milliseconds of processor time for each part, of so many shipments. */
export async function measureParts(ready: Ready, file: string, count: number): Promise<Parts> {
  const { gateway, tokens, datasetKey } = readCollectorKeys(ready.keys);
  const redeem = redeemerOf(tokens, 1);
  const seal = storeSealer(datasetKey);
  const sealed = await ready.make(count);
  const parts = ready.parts(count);
  const named = parts.map(({ bytes }) => {
    const { id, week } = parseShipment(bytes);
    return { id, week, bytes };
  });
  const answer = Buffer.from(JSON.stringify({ format: "tooltrail-acknowledgement/1", id: named[0]!.id }));
  const headers = { "content-type": "application/json" };
  const arrivals = named.map((one) => ({
    ...one,
    bytes: seal(one),
    mark: randomBytes(32).toString("base64url"),
    check: randomBytes(32),
    token: { nullifier: randomBytes(32), epoch: epochOf(Date.now()) },
  }));
  const store = openSqliteStore({ file, form: "sealed" });
  try {
    const unseal = await timed(sealed, (one) => {
      const opened = openRequest(one, gateway);
      decodeRequest(opened.message);
      sealAnswer(opened.answerKeys(), encodeAnswer(200, headers, answer));
    });
    const redeemed = await timed(parts, ({ authorization }) =>
      redeem(authorizationOf(authorization), Date.now()),
    );
    const parsed = await timed(parts, ({ content }) => parseShipment(inflate(content)));
    const resealed = await timed(named, seal);
    let inserted = 0;
    // As many at once as there are connections.
    for (let at = 0; at < arrivals.length; at += 64) {
      const group = arrivals.slice(at, at + 64);
      inserted += (await timed(group, (one) => store.append(one))) * group.length;
    }
    return {
      unseal,
      redeem: redeemed,
      "inflate and parse": parsed,
      "re-seal": resealed,
      insert: inserted / count,
    };
  } finally {
    await store.close();
  }
}
