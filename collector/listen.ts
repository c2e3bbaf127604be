// A service on its socket: the limits that hold before any of its code runs, and an orderly end.
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";

export interface Listen {
  /** What it calls itself in its lines. */
  name: string;
  app: Hono;
  host: string;
  port: number;
  headerSeconds: number;
  bodySeconds: number;
  /** Ends what it holds, after the last answer. */
  close: () => Promise<void> | void;
  /** What is true once it has stopped. */
  farewell: string;
}

/** Listens until the process is told to end. Requests under way are answered, for five seconds at most. */
export function listen({ name, app, host, port, headerSeconds, bodySeconds, close, farewell }: Listen): void {
  const serverOptions = {
    headersTimeout: headerSeconds * 1000,
    requestTimeout: bodySeconds * 1000,
    connectionsCheckingInterval: Math.min(1000, headerSeconds * 500),
    keepAliveTimeout: 10_000,
    maxHeaderSize: 8192,
  };
  const server = serve({ fetch: app.fetch, hostname: host, port, serverOptions }, (address) => {
    const shown = address.family === "IPv6" ? `[${address.address}]` : address.address;
    console.log(`${name} listens on http://${shown}:${address.port}`);
  }) as Server;
  server.on("error", (cause) => {
    console.error(`${name} did not start: ${cause.message}. What it has stored is kept.`);
    process.exit(1);
  });
  const end = () => {
    server.close(async () => {
      await close();
      console.log(`${name} stopped; ${farewell}`);
      process.exit(0);
    });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5000).unref();
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}
