// The collector: a function from Request to Response. Sockets and environment are main.ts.
import { Hono } from "hono";
import { internalStoreRoutes } from "./internal-store/routes.ts";
import { createMetrics } from "./metrics.ts";
import { RefusalError, refusalOf, statusOf } from "./refusal.ts";
import { shipmentRoutes } from "./shipments.ts";
import type { Store } from "./store.ts";

export interface AppOptions {
  store: Store;
  /** Folder with the packages that the internal store page offers. */
  packages: string;
  report: (line: string) => void;
}

/** All routes, and the one place where a refusal becomes an answer. */
export function createApp({ store, packages, report }: AppOptions): Hono {
  const metrics = createMetrics();
  const app = new Hono();
  app.route("/v1/shipments", shipmentRoutes({ store, metrics, report }));
  app.route("/store", internalStoreRoutes(packages));
  app.get("/healthz", (context) => context.json({ ok: true }));
  app.get("/metrics", async (context) => {
    const { text, type } = await metrics.expose();
    return context.body(text, 200, { "content-type": type });
  });
  app.notFound(() => {
    throw new RefusalError("not-found");
  });
  app.onError((cause, context) => {
    const error = cause instanceof RefusalError ? cause.error : "unexpected";
    metrics.count(error);
    // The kind of error only: a message could quote what was sent.
    if (error === "unexpected") report(`A request failed (${cause.name}); nothing of it was kept.`);
    return context.json(refusalOf(error), statusOf[error]);
  });
  return app;
}
