// The demonstration's doorway: POST /v1/shipments and /v1/erase, neither sealed nor paid for. Only on the loopback.
import { Hono } from "hono";
import { innerPaths } from "../schemas/erase.ts";
import { inflate, readUpload } from "./inflate.ts";
import type { Keeper } from "./keeper.ts";
import type { Metrics } from "./metrics.ts";
import { eraseAcknowledgement, readErase } from "./read-erase.ts";
import { markOfKey, type ReadArrival } from "./reading/arrival.ts";
import { RefusalError } from "./refusal.ts";

export interface PlainRoutes {
  keeper: Keeper;
  read: ReadArrival;
  metrics: Metrics;
  now: () => number;
}

/** The routes of plain shipments and of their erasure. Step reports need a token each, so there are none. */
export const plainRoutes = ({ keeper, read, metrics, now }: PlainRoutes): Hono =>
  new Hono()
    .post(innerPaths.shipments, async (context) => {
      const acknowledgement = await keeper.keep(
        read.shipment(inflate(await readUpload(context.req.raw)), now()),
      );
      metrics.count(acknowledgement.result);
      return context.json(acknowledgement);
    })
    .post(innerPaths.erase, async (context) => {
      await keeper.erase(markOfKey(readErase(await readUpload(context.req.raw))));
      metrics.count("erasures");
      return context.json(eraseAcknowledgement);
    })
    .on("ALL", [innerPaths.shipments, innerPaths.erase], (context) => {
      context.header("allow", "POST, OPTIONS");
      throw new RefusalError("method");
    });
