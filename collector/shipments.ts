// The demonstration's doorway: POST /v1/shipments, neither sealed nor paid for. Only on the loopback.
import { Hono } from "hono";
import { inflate, readUpload } from "./inflate.ts";
import type { Keeper } from "./keeper.ts";
import type { Metrics } from "./metrics.ts";
import { RefusalError } from "./refusal.ts";

/** The routes of plain shipments. */
export const shipmentRoutes = (keeper: Keeper, metrics: Metrics): Hono =>
  new Hono()
    .post("/", async (context) => {
      const acknowledgement = await keeper.keep(inflate(await readUpload(context.req.raw)));
      metrics.count(acknowledgement.result);
      return context.json(acknowledgement);
    })
    .all("/", (context) => {
      context.header("allow", "POST, OPTIONS");
      throw new RefusalError("method");
    });
