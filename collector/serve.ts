// `collector serve`: wiring only.
import { createApp, type Sealed } from "./app.ts";
import type { Configuration } from "./configuration.ts";
import { keepHouse } from "./housekeeping.ts";
import { readCollectorKeys } from "./keys/key-files.ts";
import { openLedger } from "./ledger/ledger.ts";
import { listen } from "./listen.ts";
import { readingThreads } from "./reading/threads.ts";
import { openSqliteStore } from "./sqlite-store.ts";

const hour = 3_600_000;
const report = (line: string) => console.error(line);
const isThisMachine = (host: string) => /^(127(\.\d{1,3}){3}|::1|localhost)$/.test(host);

function sealedBy({ host, keys, weeks, grace }: Configuration<"serve">): Sealed | undefined {
  if (keys !== undefined) return { ...readCollectorKeys(keys), weeks, grace };
  if (!isThisMachine(host)) {
    throw new Error("without --keys it takes plain shipments, and does so on this machine only");
  }
  console.log("Demonstration: shipments are neither sealed nor paid for by tokens. Give --keys to collect.");
  return undefined;
}

/** Starts the collector. Throws when it cannot start, with nothing changed. */
export function startCollector(configuration: Configuration<"serve">): void {
  const { file, store: packages, weeks, grace, most, late, keys, readers } = configuration;
  const sealed = sealedBy(configuration);
  const store = openSqliteStore({ file, form: sealed ? "sealed" : "plain" });
  const ledger = openLedger(file);
  // One thread keeps the sockets and the store, so that a machine of two is used by both.
  const threads =
    sealed && keys !== undefined && readers > 0
      ? readingThreads({ keys, weeks, grace, count: readers, report })
      : undefined;
  const { app, door } = createApp({
    store,
    ledger,
    packages,
    limits: { most, late },
    report,
    ...(sealed ? { sealed } : {}),
    ...(threads ? { read: threads.read } : {}),
  });
  const dayOf = () => Math.floor(Date.now() / (24 * hour));
  let tidied = 0;
  const tidy = () =>
    keepHouse({ store, ledger, weeks, grace, newDay: dayOf() > tidied }).then(
      () => {
        tidied = dayOf();
      },
      (cause: Error) =>
        report(`What is stored could not be put in order (${cause.message}); it is tried again in an hour.`),
    );
  if (sealed) {
    void tidy();
    setInterval(tidy, hour).unref();
  }
  listen({
    ...configuration,
    name: "Collector",
    app,
    ...(door ? { door } : {}),
    farewell: "everything acknowledged is stored.",
    close: async () => {
      await threads?.close();
      await store.close();
      ledger.close();
    },
  });
}
