// A service on its socket: the limits that hold before any of its code runs, and an orderly end.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { NodeDoor } from "./node-door.ts";

export interface Listen {
  /** What it calls itself in its lines. */
  name: string;
  app: Hono;
  /** Where its page is, for the line that says so; it begins with a slash. */
  page?: string;
  /** Is asked first. */
  door?: NodeDoor;
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
export function listen(options: Listen): void {
  const { name, app, page = "", door, host, port, headerSeconds, bodySeconds, close, farewell } = options;
  const serverOptions = {
    headersTimeout: headerSeconds * 1000,
    requestTimeout: bodySeconds * 1000,
    connectionsCheckingInterval: Math.min(1000, headerSeconds * 500),
    keepAliveTimeout: 10_000,
    maxHeaderSize: 8192,
  };
  const others = getRequestListener(app.fetch);
  const server = createServer(serverOptions, (request, response) => {
    if (!door?.(request, response)) void others(request, response);
  });
  server.listen(port, host, () => {
    const { family, address, port: taken } = server.address() as AddressInfo;
    const host = family === "IPv6" ? `[${address}]` : address;
    console.log(`${name} listens on http://${host}:${taken}${page}`);
  });
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
