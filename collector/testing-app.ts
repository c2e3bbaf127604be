// A whole collector in memory, for the tests that send requests to it.
import { onTestFinished } from "vitest";
import { type AppOptions, createApp } from "./app.ts";
import { openLedger } from "./ledger/ledger.ts";
import { openSqliteStore } from "./sqlite-store.ts";
import { temporaryFolder } from "./testing.ts";

// Tests hold the process up themselves, such as by packing 200 MB.
const limits = { most: 512, late: Number.POSITIVE_INFINITY };

/** A collector over a file of its own, or over the given store; `lines` is what it told its operator. */
export function collector(more: { maxPages?: number } & Partial<AppOptions> = {}) {
  const folder = temporaryFolder(onTestFinished);
  const { maxPages, ...options } = more;
  const file = `${folder}/collector.sqlite`;
  const size = maxPages === undefined ? {} : { maxPages };
  const ownStore = openSqliteStore({ file, ...size, form: options.sealed ? "sealed" : "plain" });
  const ledger = openLedger(file);
  const store = options.store ?? ownStore;
  onTestFinished(() => {
    ledger.close();
    return ownStore.close();
  });
  const lines: string[] = [];
  const { app } = createApp({
    packages: folder,
    report: (line) => lines.push(line),
    limits,
    ...options,
    store,
    ledger,
  });
  const send = async (request: Request) => {
    const response = await app.fetch(request);
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  return { app, store, ledger, file, lines, send };
}

/** The body of a refusal. */
export const refused = (error: string) => ({ format: "tooltrail-refusal/1", error });
