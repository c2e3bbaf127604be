// Wiring only: every listener is registered synchronously, truth is on disk.
import { defineBackground } from "#imports";
import { countDropped } from "../lib/diagnostics/dropped.ts";
import { receive } from "../lib/messaging/receive.ts";
import { tellPages } from "../lib/messaging/tell-pages.ts";
import { isDue, refresh, runDue } from "../lib/pipeline/due.ts";
import { pageHandlers } from "../lib/pipeline/page-handlers.ts";
import { personHandlers } from "../lib/pipeline/person-handlers.ts";
import type { Pipeline } from "../lib/pipeline/pipeline.ts";
import { browser, type Runtime } from "../lib/platform/browser.ts";
import { onClockMoved } from "../lib/platform/clock.ts";
import { makeShipment } from "../lib/shipping/make-shipment.ts";
import { openDatabase } from "../lib/store/database.ts";
import { write } from "../lib/store/writer.ts";
import type { Dropped } from "../schemas/dropped.ts";
import "../lib/platform/jitless.ts";

export default defineBackground(() => {
  const database = openDatabase();
  const pipeline: Pipeline = { database, make: makeShipment(database), changed: () => refresh(pipeline) };
  const handlers = { ...pageHandlers(pipeline), ...personHandlers(pipeline) };
  const count = (reason: Dropped) => write(database, () => countDropped(database, { [reason]: 1 }));

  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    receive(message, sender, { handlers, count }),
  );
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install") void browser.runtime.openOptionsPage();
    void runDue(pipeline);
  });
  browser.runtime.onStartup.addListener(() => void runDue(pipeline));
  browser.alarms.onAlarm.addListener((alarm) => {
    if (isDue(alarm)) void runDue(pipeline);
  });
  browser.permissions.onRemoved.addListener(() => {
    void tellPages("page.configure").then(() => refresh(pipeline));
  });
  browser.permissions.onAdded.addListener(() => void refresh(pipeline));
  onClockMoved(() => void runDue(pipeline));
});
