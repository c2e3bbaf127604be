// What the bench sends: shipments of ordinary size, paid and sealed before the clock starts.
import { randomBytes, randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileNames, readCollectorKeys, readIssuerKeys } from "../../collector/keys/key-files.ts";
import { makeKeys } from "../../collector/keys/make-keys.ts";
import { canonicalText } from "../../schemas/canonical.ts";
import { epochOf } from "../../schemas/epoch.ts";
import { pack } from "../../schemas/pack.ts";
import { requestType } from "../../schemas/sealing.ts";
import type { Shipment } from "../../schemas/shipment.ts";
import { keyOf, packed, sealAsk, tokenMaker } from "./sender.ts";

const steps = 40;
const pick = <T>(...of: T[]): T => of[randomInt(of.length)]!;

const madeTarget = () => ({
  role: pick("button", "textbox", "link", "menuitem"),
  name: randomInt(500),
  path: Array.from({ length: 8 }, () => ({ tag: pick("div", "section", "ul", "li"), nth: randomInt(6) })),
  selectors: [{ by: "role", role: pick("button", "link"), name: randomInt(500), within: null }],
  state: pick([], ["selected"]),
  terms: [randomInt(500)],
});
/** A person comes back to the same twenty elements. */
const targets = Array.from({ length: 20 }, madeTarget);
const target = () => pick(...targets);
const step = () =>
  pick<() => object>(
    () => ({ kind: "click", button: "main", count: 1, target: target(), effect: "changed" }),
    () => ({ kind: "typing", length: randomInt(7), target: target(), effect: "changed" }),
    () => ({ kind: "submit", effect: "navigated" }),
  )();

/** A trajectory of forty steps, like no other. */
export const madeShipment = (): Shipment =>
  ({
    format: "tooltrail/1",
    id: randomBytes(16).toString("base64url"),
    week: epochOf(Date.now()),
    eraseTag: randomBytes(32).toString("base64url"),
    notice: 1,
    tools: [{ tool: randomBytes(16).toString("base64url"), vocabulary: 3 }],
    steps: Array.from({ length: steps }, () => ({ ...step(), tool: 0, route: randomInt(40) })),
    outlines: [],
  }) as unknown as Shipment;

export interface Ready {
  /** Folder of the collector's keys. */
  keys: string;
  type: string;
  sizes: { text: number; packed: number; sealed: number };
  /** So many requests, each with a shipment and a token of its own. */
  make(count: number): Promise<Uint8Array[]>;
  /** The same before sealing, for the parts by themselves. */
  parts(count: number): { authorization: Uint8Array; content: Uint8Array; bytes: Uint8Array }[];
}

/** Keys in a new folder, and what is sent under them. */
export async function prepare(folder: string): Promise<Ready> {
  const names = { issuer: "issuer.example", origin: "collector.example" };
  makeKeys({ out: join(folder, "keys"), weeks: 1, ...names });
  const keys = join(folder, "keys", "collector");
  const { gateway, tokens } = readCollectorKeys(keys);
  const pem = readIssuerKeys(join(folder, "keys", "issuer")).get(epochOf(Date.now()))!;
  const token = tokenMaker(pem, tokens);
  const key = keyOf(gateway.published);
  const parts = (count: number) =>
    Array.from({ length: count }, () => {
      const bytes = Buffer.from(canonicalText(pack(madeShipment())));
      return { authorization: token(), content: packed(bytes), bytes };
    });
  const make = async (count: number) => {
    const sealed: Uint8Array[] = [];
    for (const { authorization, content } of parts(count)) {
      sealed.push((await sealAsk({ token: authorization, body: content }, key)).bytes);
    }
    return sealed;
  };
  const [one] = parts(1);
  const [whole] = await make(1);
  const sizes = { text: one!.bytes.length, packed: one!.content.length, sealed: whole!.length };
  return { keys, type: requestType, sizes, make, parts };
}

/** The dataset key of the folder's keys. */
export const datasetKeyFile = (folder: string) => join(folder, "keys", "dataset", fileNames.datasetSecret);

/** Processor time that a process has used, in milliseconds: Linux counts it in hundredths of a second. */
export function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
