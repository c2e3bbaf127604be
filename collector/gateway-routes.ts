// The doorway of the network: RFC 9458. No address, header or time of a client goes further.
import { Hono } from "hono";
import { keysType, requestType, responseType, sealedSizes } from "../schemas/sealing.ts";
import { readUpload } from "./inflate.ts";
import type { Inside } from "./inside.ts";
import { RefusalError } from "./refusal.ts";
import { openRequest, SealError } from "./sealing/gateway.ts";
import type { GatewayKeys } from "./sealing/gateway-keys.ts";

const unknownKey = {
  type: "https://iana.org/assignments/http-problem-types#ohttp-key",
  title: "The key is not one of this gateway's; fetch its keys again.",
};

/** The keys (GET) and the sealed requests (POST). */
export const gatewayRoutes = (keys: GatewayKeys, inside: Inside): Hono =>
  new Hono()
    .get("/", (context) =>
      context.body(Uint8Array.from(keys.published), 200, {
        "content-type": keysType,
        "cache-control": "max-age=3600",
      }),
    )
    .post("/", async (context) => {
      if (context.req.header("content-type") !== requestType) throw new RefusalError("not-sealed");
      const sealed = await readUpload(context.req.raw);
      // A length of its own would tell one sender from another.
      if (!sealedSizes.includes(sealed.length)) throw new RefusalError("not-sealed");
      try {
        const { message, answer } = openRequest(sealed, keys);
        const body = answer(await inside(message));
        return context.body(body as Uint8Array<ArrayBuffer>, 200, { "content-type": responseType });
      } catch (cause) {
        if (!(cause instanceof SealError)) throw cause;
        if (cause.reason === "not-sealed") throw new RefusalError("not-sealed", cause);
        return context.body(JSON.stringify(unknownKey), 400, { "content-type": "application/problem+json" });
      }
    })
    .all("/", (context) => {
      context.header("allow", "GET, POST, OPTIONS");
      throw new RefusalError("method");
    });
