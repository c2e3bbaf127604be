// Wiring only: environment, socket, signals.
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { createApp } from "./app.ts";
import { readConfiguration } from "./configuration.ts";
import { openSqliteStore } from "./sqlite-store.ts";

const configured = readConfiguration(process.argv.slice(2), process.env);
if (!configured.ok) {
  console.error(`The collector did not start; nothing was changed.\n${configured.problems}`);
  process.exit(2);
}
const { host, port, file, store: packages } = configured.configuration;
console.log(`Configuration: ${JSON.stringify(configured.configuration)}`);

const stop = (problem: unknown): never => {
  console.error(
    `The collector did not start: ${(problem as Error).message}. What is stored in ${file} is kept.`,
  );
  process.exit(1);
};

const openStore = () => {
  try {
    return openSqliteStore({ file });
  } catch (cause) {
    return stop(cause);
  }
};
const store = openStore();
const app = createApp({ store, packages, report: (line) => console.error(line) });

const server = serve({ fetch: app.fetch, hostname: host, port }, (address) => {
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  console.log(`Collector listens on http://${name}:${address.port}`);
}) as Server;
server.requestTimeout = 30_000;
server.on("error", stop);

/** Requests under way are answered; who takes longer than five seconds sends again later. */
const end = () => {
  server.close(() => {
    store.close();
    console.log("Collector stopped; everything acknowledged is stored.");
  });
  setTimeout(() => server.closeAllConnections(), 5000).unref();
};
process.once("SIGINT", end);
process.once("SIGTERM", end);
