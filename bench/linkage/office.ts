// An office of simulated people who ship to one collector, and everything that whoever runs the collector then holds:
// the capture in front of it, what it could open, its file as bytes on the disk, and its lines.
import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { DatabaseSync } from "node:sqlite";
import { decodeRequest } from "../../collector/sealing/binary-http.ts";
import { openRequest } from "../../collector/sealing/gateway.ts";
import type { GatewayKeys } from "../../collector/sealing/gateway-keys.ts";
import { randomId, shipment, textOf } from "../../collector/testing.ts";
import type { KeyConfiguration } from "../../lib/sealing/key-configuration.ts";
import { gatewayPath, requestType } from "../../schemas/sealing.ts";
import type { Shipment } from "../../schemas/shipment.ts";
import { packed, sealAsk } from "../collector/sender.ts";
import type { Captured } from "./capture.ts";

/** One shipment as the other side knows it; `who` is the truth that an attack is held against. */
export interface Known extends Omit<Captured, "body"> {
  who: number;
  size: number;
  /** Of the token: the key that signed it. */
  tokenKey: string;
  id: string;
  /** Where its row's name and its row's bytes lie in the file. */
  nameAt: number;
  bytesAt: number;
  storedSize: number;
}

export interface Office {
  people: number;
  each: number;
  /** Where people send: the relay, or what stands in front of the collector. */
  url: string;
  key: KeyConfiguration;
  token: () => Uint8Array;
}

/** Who sent what, by the sealed bytes. */
export type Truth = Map<string, { who: number; id: string }>;

const shuffled = <T>(all: readonly T[]): T[] => {
  const rest = [...all];
  for (let at = rest.length - 1; at > 0; at--) {
    const other = randomInt(at + 1);
    [rest[at], rest[other]] = [rest[other]!, rest[at]!];
  }
  return rest;
};

function post(url: string, body: Uint8Array, { agent, who }: { agent: Agent; who: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...{ "content-type": requestType, "content-length": body.length },
      // What a browser would tell of itself, and more.
      ...{ "user-agent": `browser-of-${who}`, "accept-language": `xx-${who}`, cookie: `person=${who}` },
    };
    const sent = request(`${url}${gatewayPath}`, { method: "POST", agent, headers }, (answer) => {
      answer.resume().on("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** As work is: from a step to some hundred, in lengths that have nothing to do with who did it. */
function longOrShort(): Shipment {
  const [only] = shipment().steps;
  const steps = Array.from({ length: 1 + randomInt(600) }, () => ({ ...only!, route: randomInt(500) }));
  return shipment({ tools: [{ tool: randomId(), vocabulary: 1 }], steps });
}

/** Everybody ships, each over a connection of their own, at moments that have nothing to do with each other. */
export async function work({ people, each, url, key, token }: Office): Promise<Truth> {
  const truth: Truth = new Map();
  const agents = Array.from({ length: people }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  const all = shuffled(Array.from({ length: people * each }, (_, at) => at % people));
  const sender = async () => {
    for (let who = all.pop(); who !== undefined; who = all.pop()) {
      const sent = longOrShort();
      const { bytes } = await sealAsk({ body: packed(textOf(sent)), token: token() }, key);
      truth.set(Buffer.from(bytes).toString("base64"), { who, id: sent.id });
      const status = await post(url, bytes, { agent: agents[who]!, who });
      if (status !== 200) throw new Error(`it answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, sender));
  for (const agent of agents) agent.destroy();
  return truth;
}

/** All of it put together, once the collector has ended. */
export function knownOf(
  captured: readonly Captured[],
  truth: Truth,
  { file, gateway }: { file: string; gateway: GatewayKeys },
): Known[] {
  const disk = readFileSync(file);
  const database = new DatabaseSync(file, { readOnly: true });
  const row = database.prepare("SELECT bytes FROM shipments WHERE id = ?");
  const known = captured.map(({ body, ...seen }): Known => {
    const { who, id } = truth.get(body.toString("base64"))!;
    const { authorization = "" } = decodeRequest(openRequest(body, gateway).message);
    const token = Buffer.from(/token="?([\w-]+)/.exec(authorization)![1]!, "base64url");
    const stored = row.get(id)!.bytes as Uint8Array;
    return {
      ...seen,
      ...{ who, id, size: body.length, tokenKey: token.subarray(66, 98).toString("hex") },
      nameAt: disk.indexOf(id),
      bytesAt: disk.indexOf(stored.subarray(-200)),
      storedSize: stored.length,
    };
  });
  database.close();
  return known;
}
