// The collector: a function from Request to Response. Sockets and environment are main.ts.
import { Hono } from "hono";
import { innerPaths } from "../schemas/erase.ts";
import { ledgerPath } from "../schemas/ledger.ts";
import { gatewayPath } from "../schemas/sealing.ts";
import { type TokenKeys, tokenKeysPath } from "../schemas/tokens.ts";
import { crossOrigin } from "./cross-origin.ts";
import { gatewayRoutes } from "./gateway-routes.ts";
import { insideOf } from "./inside.ts";
import { internalStoreRoutes } from "./internal-store/routes.ts";
import { keeperOf } from "./keeper.ts";
import type { OpenLedger } from "./ledger/ledger.ts";
import { createMetrics } from "./metrics.ts";
import { type NodeDoor, nodeDoor } from "./node-door.ts";
import { plainRoutes } from "./plain-routes.ts";
import { arrivalReader } from "./reading/arrival.ts";
import { readerOf } from "./reading/reader-of.ts";
import { RefusalError, refusalOf, statusOf } from "./refusal.ts";
import { answerSealed, type ReadLater } from "./sealed-answer.ts";
import type { GatewayKeys } from "./sealing/gateway-keys.ts";
import { type Limits, shedding } from "./shedding.ts";
import type { Store } from "./store.ts";

/** What it takes to collect sealed and paid shipments; without it the collector is a demonstration. */
export interface Sealed {
  gateway: GatewayKeys;
  /** The 32 public bytes of the key that everything stored is sealed to. */
  datasetKey: Uint8Array;
  tokens: TokenKeys;
  /** Weeks that a token is good after its own. */
  grace: number;
  /** Weeks that a shipment is kept. */
  weeks: number;
}

export interface AppOptions {
  store: Store;
  ledger: Pick<OpenLedger, "entries">;
  /** Folder with the packages that the internal store page offers. */
  packages: string;
  sealed?: Sealed;
  /** Who reads sealed requests; left out, this thread. */
  read?: ReadLater;
  limits?: Limits;
  now?: () => number;
  report: (line: string) => void;
}

export interface App {
  /** All routes. */
  app: Hono;
  /** For the server: sealed requests, past the app. The app has the same doorway. */
  door?: NodeDoor;
}

function readHere(sealed: Sealed, now: () => number): ReadLater {
  const read = readerOf(sealed);
  return (bytes) => read(bytes, now());
}

/** All routes, and the one place where a refusal becomes an answer. */
export function createApp(options: AppOptions): App {
  const { store, ledger, packages, sealed, limits, now = Date.now, report } = options;
  const metrics = createMetrics(now);
  const shed = shedding(limits ?? { most: 512, late: 2000 });
  const keeper = keeperOf({ store, now, report, weeks: sealed?.weeks });
  const refuse = (cause: unknown) => {
    const error = cause instanceof RefusalError ? cause.error : "unexpected";
    metrics.count(error);
    // The kind of error only: a message could quote what was sent.
    if (error === "unexpected")
      report(`A request failed (${(cause as Error).name}); nothing of it was kept.`);
    return { status: statusOf[error], body: refusalOf(error) };
  };
  let door: NodeDoor | undefined;
  const app = new Hono();
  app.use("/v1/*", crossOrigin("GET, POST"));
  if (sealed) {
    app.use(gatewayPath, crossOrigin("GET, POST"), shed.middleware);
    const read = options.read ?? readHere(sealed, now);
    const answer = answerSealed(read, insideOf({ keeper, metrics, report }));
    app.route(gatewayPath, gatewayRoutes(sealed.gateway, answer));
    door = nodeDoor({ answer, shed, refuse });
    app.get(tokenKeysPath, (context) =>
      context.json(sealed.tokens, 200, { "cache-control": "max-age=3600" }),
    );
  } else {
    for (const path of [innerPaths.shipments, innerPaths.erase]) app.use(path, shed.middleware);
    app.route("/", plainRoutes({ keeper, read: arrivalReader({}), metrics, now }));
  }
  app.get(ledgerPath, (context) =>
    context.json({ format: "tooltrail-ledger/1", entries: ledger.entries() }, 200, {
      "cache-control": "no-store",
    }),
  );
  app.route("/store", internalStoreRoutes(packages));
  app.get("/healthz", (context) => context.json({ ok: true }));
  app.get("/readyz", (context) => {
    const ok = keeper.works && !shed.busy;
    return context.json({ ok }, ok ? 200 : 503);
  });
  app.get("/metrics", async (context) => {
    const { text, type } = await metrics.expose();
    return context.body(text, 200, { "content-type": type });
  });
  app.notFound(() => {
    throw new RefusalError("not-found");
  });
  app.onError((cause, context) => {
    const { status, body } = refuse(cause);
    return context.json(body, status);
  });
  return door ? { app, door } : { app };
}
