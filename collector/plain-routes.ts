// The demonstration's doorway: POST /v1/shipments and /v1/erase, neither sealed nor paid for. Only on the loopback.
import { Hono } from "hono";
import { innerPaths } from "../schemas/erase.ts";
import { inflate, readUpload } from "./inflate.ts";
import type { Keeper } from "./keeper.ts";
import type { Metrics } from "./metrics.ts";
import { eraseAcknowledgement, readErase } from "./read-erase.ts";
import { RefusalError } from "./refusal.ts";

/** The routes of plain shipments and of their erasure. Step reports need a token each, so there are none. */
export const plainRoutes = (keeper: Keeper, metrics: Metrics): Hono =>
  new Hono()
    .post(innerPaths.shipments, async (context) => {
      const acknowledgement = await keeper.keep(inflate(await readUpload(context.req.raw)));
      metrics.count(acknowledgement.result);
      return context.json(acknowledgement);
    })
    .post(innerPaths.erase, async (context) => {
      await keeper.erase(readErase(await readUpload(context.req.raw)));
      metrics.count("erasures");
      return context.json(eraseAcknowledgement);
    })
    .on("ALL", [innerPaths.shipments, innerPaths.erase], (context) => {
      context.header("allow", "POST, OPTIONS");
      throw new RefusalError("method");
    });
