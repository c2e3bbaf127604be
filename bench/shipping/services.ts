// Collector, issuer and relay in memory behind one `fetch`, for tests of the client. What is on the way can be bent.
import { randomBytes } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { onTestFinished } from "vitest";
import { createIssuer } from "../../collector/issuer/app.ts";
import { staticAttester } from "../../collector/issuer/attester.ts";
import { openBudget } from "../../collector/issuer/budget.ts";
import { newPem, published } from "../../collector/issuer/testing.ts";
import { gatewayKeysOf } from "../../collector/sealing/gateway-keys.ts";
import { pairOf } from "../../collector/sealing/hpke.ts";
import { temporaryFolder } from "../../collector/testing.ts";
import { collector } from "../../collector/testing-app.ts";
import { epochAfter, epochOf } from "../../schemas/epoch.ts";
import { gatewayPath } from "../../schemas/sealing.ts";
import { tokenMaker } from "../collector/sender.ts";

export const collectorOrigin = "http://127.0.0.1:7462";
export const issuerOrigin = "http://127.0.0.1:8462";
export const relayOrigin = "http://127.0.0.1:9462";

/** A capture of what a gateway in between sees of one request. */
export interface Seen {
  to: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  size: number;
}

export type Pass = (request: Request) => Promise<Response>;

// Made once: a key of 2048 bits takes a while.
const pems = new Map<string, string>();
const pemOf = (epoch: string): string => {
  const pem = pems.get(epoch) ?? newPem();
  pems.set(epoch, pem);
  return pem;
};

/** Services of this week and the next, as `Date.now()` tells them. */
export function startServices({ budget = 50 } = {}) {
  const epoch = epochOf(Date.now());
  const keys = new Map([epoch, epochAfter(epoch, 1)].map((one) => [one, pemOf(one)]));
  const tokens = published(keys);
  const dataset = pairOf();
  const gatewayOf = () => gatewayKeysOf([{ id: 1, secret: randomBytes(32) }]);
  const gateway = gatewayOf();
  const made = collector({ sealed: { gateway, tokens, datasetKey: dataset.raw, grace: 1, weeks: 26 } });
  const counts = openBudget(`${temporaryFolder(onTestFinished)}/issuer.sqlite`, budget);
  onTestFinished(() => counts.close());
  const attester = staticAttester({ ann: "bearer-of-ann", bob: "bearer-of-bob" });
  const issuer = createIssuer({ keys, attester, budget: counts, report: () => {} });
  const seen: Seen[] = [];

  const pass: Pass = async (request) => {
    const url = new URL(request.url);
    if (url.origin === issuerOrigin) return issuer.fetch(request);
    if (url.origin === collectorOrigin) return made.app.fetch(request);
    // The relay hands on the body and the one header, and nothing else.
    const body = request.method === "POST" ? { body: await request.arrayBuffer() } : {};
    const headers: Record<string, string> = {};
    const type = request.headers.get("content-type");
    if (type) headers["content-type"] = type;
    return made.app.fetch(
      new Request(`${collectorOrigin}${gatewayPath}`, { method: request.method, headers, ...body }),
    );
  };
  const world = {
    ...made,
    issuer,
    tokens,
    keys,
    seen,
    pass,
    /** Stands in the way of every request; as it is, it lets all pass. */
    between: (async (request, on) => on(request)) as (request: Request, on: Pass) => Promise<Response>,
    makeToken: tokenMaker(pemOf(epoch), tokens),
    fetch: (async (input, init) => {
      const request = new Request(input as string, init as RequestInit);
      const url = new URL(request.url);
      const size = request.method === "POST" ? (await request.clone().arrayBuffer()).byteLength : 0;
      const { method } = request;
      const headers = Object.fromEntries(request.headers);
      seen.push({ to: url.origin, method, path: url.pathname, headers, size });
      init?.signal?.throwIfAborted();
      return world.between(request, pass);
    }) as typeof globalThis.fetch,
    /** What is stored, read without the collector's code. */
    stored() {
      const database = new DatabaseSync(made.file, { readOnly: true });
      try {
        const ids = database.prepare("SELECT id FROM shipments ORDER BY id").all();
        const [reports] = database.prepare("SELECT count(*) AS n FROM reports").all();
        const [tombs] = database.prepare("SELECT count(*) AS n FROM tombstones").all();
        return {
          ids: ids.map(({ id }) => String(id)),
          reports: Number(reports!.n),
          erased: Number(tombs!.n),
        };
      } finally {
        database.close();
      }
    },
  };
  return world;
}

export type ServicesInMemory = ReturnType<typeof startServices>;
