// An extension's origin differs by browser and, in Firefox, by installation, so every origin may ask. There are no
// credentials to abuse. The last header is asked for when a page's own address is public and ours is not.
import type { MiddlewareHandler } from "hono";

/** Answers preflights and allows every origin to ask with these methods. */
export const crossOrigin =
  (methods: string, headers = "content-type"): MiddlewareHandler =>
  async (context, next) => {
    context.header("access-control-allow-origin", "*");
    if (context.req.method !== "OPTIONS") return next();
    context.header("access-control-allow-methods", methods);
    context.header("access-control-allow-headers", headers);
    context.header("access-control-allow-private-network", "true");
    context.header("access-control-max-age", "600");
    return context.body(null, 204);
  };
