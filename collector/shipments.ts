// The one doorway of the network: POST /v1/shipments. No address, header or time of a client goes further.
import { Hono, type MiddlewareHandler } from "hono";
import type { Acknowledgement } from "../schemas/shipment.ts";
import { inflate } from "./inflate.ts";
import type { Metrics } from "./metrics.ts";
import { parseShipment } from "./parse-shipment.ts";
import { RefusalError } from "./refusal.ts";
import { type Appended, StorageError, type Store, type StoredShipment } from "./store.ts";

// An extension's origin differs by browser and, in Firefox, by installation, so every origin may ask. There are
// no credentials to abuse. The last header is asked for when a page's own address is public and ours is not.
const crossOrigin: MiddlewareHandler = async (context, next) => {
  context.header("access-control-allow-origin", "*");
  if (context.req.method !== "OPTIONS") return next();
  context.header("access-control-allow-methods", "POST");
  context.header("access-control-allow-headers", "content-type");
  context.header("access-control-allow-private-network", "true");
  context.header("access-control-max-age", "600");
  return context.body(null, 204);
};

export interface ShipmentsOptions {
  store: Store;
  metrics: Metrics;
  /** Told once when storing begins to fail and once when it works again, never for each request. */
  report: (line: string) => void;
}

/** The routes of shipments. */
export function shipmentRoutes({ store, metrics, report }: ShipmentsOptions): Hono {
  // How many must be stored before a failure counts as over. Below it, a disk at its edge would give a line for
  // nearly every request, and lines that follow single requests tell when somebody worked.
  const steady = 20;
  let toStore = 0;

  const append = (shipment: StoredShipment): Appended => {
    try {
      const appended = store.append(shipment);
      if (toStore > 0 && appended === "stored") {
        toStore -= 1;
        if (toStore === 0) report("Shipments can be stored again.");
      }
      return appended;
    } catch (cause) {
      if (!(cause instanceof StorageError)) throw cause;
      const advice =
        "What was acknowledged is kept; senders keep the rest and try again. Free or repair the disk.";
      if (toStore === 0) report(`Shipments cannot be stored (${cause.message}). ${advice}`);
      toStore = steady;
      throw new RefusalError("storage", cause);
    }
  };

  return new Hono()
    .use(crossOrigin)
    .post("/", async (context) => {
      const bytes = await inflate(context.req.raw);
      const { id, week } = parseShipment(bytes);
      const result = append({ id, week, bytes });
      if (result === "other-bytes") throw new RefusalError(result);
      metrics.count(result);
      return context.json({ format: "tooltrail-acknowledgement/1", id, result } satisfies Acknowledgement);
    })
    .all("/", (context) => {
      context.header("allow", "POST, OPTIONS");
      throw new RefusalError("method");
    });
}
