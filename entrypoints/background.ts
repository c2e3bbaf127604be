// Wiring only: every listener is registered synchronously, truth is on disk.
import { defineBackground } from "#imports";
import { countDropped } from "../lib/diagnostics/dropped.ts";
import { receive } from "../lib/messaging/receive.ts";
import { tellPages } from "../lib/messaging/tell-pages.ts";
import { pageHandlers } from "../lib/pipeline/page-handlers.ts";
import type { Pipeline } from "../lib/pipeline/pipeline.ts";
import { browser, type Runtime } from "../lib/platform/browser.ts";
import { onClockMoved } from "../lib/platform/clock.ts";
import { openDatabase } from "../lib/store/database.ts";
import { write } from "../lib/store/writer.ts";
import type { Dropped } from "../schemas/dropped.ts";
import "../lib/platform/jitless.ts";

export default defineBackground(() => {
  const database = openDatabase();
  // Begins now, while the rest is still to be set up; who asks the database for something hears of a failure.
  database.open().catch(() => undefined);
  // A worker that is woken by a step keeps it and does no more: the rest is set up when it is needed.
  const due = () => import("../lib/pipeline/due.ts");
  const runDue = async () => (await due()).runDue(pipeline);
  const refresh = async () => (await due()).refresh(pipeline);
  const begin = async () => (await due()).begin(pipeline);
  const came = async (reason: string) => (await due()).came(pipeline, reason);
  const updateCame = async () => (await due()).updateCame(pipeline);
  const toolbar = () => import("../lib/pipeline/toolbar.ts");
  const pipeline: Pipeline = {
    database,
    changed: refresh,
    showTab: async ({ tab }) => (await toolbar()).showTab(database, tab ?? {}),
    make: async (...closed) =>
      (await import("../lib/shipping/make-shipment.ts")).makeShipment(database)(...closed),
  };
  const handlers = pageHandlers(pipeline);
  const person = async () => (await import("../lib/pipeline/person-handlers.ts")).personHandlers(pipeline);
  const count = (reason: Dropped) => write(database, () => countDropped(database, { [reason]: 1 }));

  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    receive(message, sender, { handlers, person, count }),
  );
  browser.runtime.onInstalled.addListener(({ reason }) => void came(reason));
  browser.runtime.onUpdateAvailable.addListener(() => void updateCame());
  browser.runtime.onStartup.addListener(() => void begin());
  // An extension that was switched off and on hears of neither.
  void due().then(({ keepAsking }) => keepAsking());
  browser.alarms.onAlarm.addListener((alarm) => void due().then(({ wake }) => wake(pipeline, alarm)));
  // The browser forgets a tab's badge when it goes to another page; addresses it tells only where it granted them.
  browser.tabs.onUpdated.addListener((_, { status, url }, tab) => {
    if (status || url) void toolbar().then(({ followTab }) => followTab(database, tab));
  });
  browser.storage.onChanged.addListener((_, area) => {
    if (area === "managed") void runDue();
    // Nothing else is kept there than which tabs hold a frame of a tool.
    if (area === "session") void toolbar().then(({ showState }) => showState(database));
  });
  browser.permissions.onRemoved.addListener(() => void Promise.all([refresh(), tellPages("page.configure")]));
  browser.permissions.onAdded.addListener(() => void refresh());
  onClockMoved(() => void runDue());
});
