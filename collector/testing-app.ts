// A whole collector in memory, for the tests that send requests to it.
import { onTestFinished } from "vitest";
import { createApp } from "./app.ts";
import { openSqliteStore } from "./sqlite-store.ts";
import type { Store } from "./store.ts";
import { temporaryFolder } from "./testing.ts";

/** A collector over a file of its own, or over the given store; `lines` is what it told its operator. */
export function collector(more: { maxPages?: number; store?: Store } = {}) {
  const folder = temporaryFolder(onTestFinished);
  const store = more.store ?? openSqliteStore({ file: `${folder}/collector.sqlite`, ...more });
  onTestFinished(() => store.close());
  const lines: string[] = [];
  const app = createApp({ store, packages: folder, report: (line) => lines.push(line) });
  const send = async (request: Request) => {
    const response = await app.fetch(request);
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  return { app, store, lines, send };
}

/** The body of a refusal. */
export const refused = (error: string) => ({ format: "tooltrail-refusal/1", error });
