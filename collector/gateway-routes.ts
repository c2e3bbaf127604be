// The doorway of the network: RFC 9458. No address, header or time of a client goes further.
import { Hono } from "hono";
import { keysType } from "../schemas/sealing.ts";
import { readUpload } from "./inflate.ts";
import { RefusalError } from "./refusal.ts";
import type { AnswerSealed } from "./sealed-answer.ts";
import type { GatewayKeys } from "./sealing/gateway-keys.ts";

/** The keys (GET) and the sealed requests (POST). */
export const gatewayRoutes = (keys: GatewayKeys, answer: AnswerSealed): Hono =>
  new Hono()
    .get("/", (context) =>
      context.body(Uint8Array.from(keys.published), 200, {
        "content-type": keysType,
        "cache-control": "max-age=3600",
      }),
    )
    .post("/", async (context) => {
      const sealed = await readUpload(context.req.raw);
      const { status, type, body } = await answer(context.req.header("content-type"), sealed);
      return context.body(body, status as 200, { "content-type": type });
    })
    .all("/", (context) => {
      context.header("allow", "GET, POST, OPTIONS");
      throw new RefusalError("method");
    });
