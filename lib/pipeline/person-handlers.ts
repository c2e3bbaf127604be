// What the person's own pages may ask: answer, scope, pause, delete, ship now.

import type { Receipt } from "../../schemas/consent.ts";
import { writeReceipt } from "../consent/answer.ts";
import { readDoorway } from "../consent/doorway.ts";
import { agreedTools } from "../consent/gate.ts";
import { clearDiskFull } from "../diagnostics/disk-full.ts";
import type { PersonHandlers } from "../messaging/receive.ts";
import { flushPages, tellPages } from "../messaging/tell-pages.ts";
import { deleteSteps, forgetMinutes } from "../personal-data/delete.ts";
import { clearRecord, eraseRecord } from "../personal-data/erase.ts";
import { now } from "../platform/clock.ts";
import { ship } from "../shipping/ship.ts";
import { dropUncited } from "../store/outlines.ts";
import { write } from "../store/writer.ts";
import { closeOpen } from "../trajectory/open.ts";
import { findSpace } from "./find-space.ts";
import type { Pipeline } from "./pipeline.ts";
import { restartPages } from "./restart-pages.ts";
import { addTool, removeTool } from "./tool-handlers.ts";

const ok = { ok: true };

export function personHandlers(pipeline: Pipeline): PersonHandlers {
  const { database, make, changed } = pipeline;
  /** Pages ask again what they may do, then the alarm and the toolbar follow. */
  const settled = async <T>(reply: T): Promise<T> => {
    await changed();
    await tellPages("page.configure");
    return reply;
  };
  /** After pages were told to stop though recording goes on. */
  const restarted = async <T>(reply: T): Promise<T> => {
    await changed();
    await restartPages(database);
    return reply;
  };
  const freed = async () => {
    // Pages begin anew, and hand over what they are in.
    await write(database, () => dropUncited(database, () => true));
    return (await findSpace(database)) ? restarted(ok) : settled(ok);
  };
  const refuseAnswer = async (answer: "declined" | "later"): Promise<Receipt> => {
    await tellPages("page.stop");
    const receipt = await write(database, () => writeReceipt(database, { answer, kinds: [], tools: [] }));
    return settled(receipt);
  };

  return {
    "consent.agree": async ({ kinds }) => {
      const receipt = await write(database, async () => {
        const tools = (await database.tools.toArray()).filter((tool) => tool.removedAt === undefined);
        return writeReceipt(database, { answer: "agreed", kinds, tools: tools.map(({ id }) => id) });
      });
      return settled(receipt);
    },
    "consent.decline": () => refuseAnswer("declined"),
    "consent.later": () => refuseAnswer("later"),
    // Stop first, then erase in the same transaction as the answer (P8).
    "consent.withdraw": async () => {
      await tellPages("page.stop");
      const receipt = await write(database, async () => {
        await clearRecord(database);
        await database.settings.delete("pause");
        return writeReceipt(database, { answer: "withdrawn", kinds: [], tools: [] });
      });
      await clearDiskFull();
      return settled(receipt);
    },
    "recording.pause": async ({ minutes }) => {
      await tellPages("page.stop");
      const until = minutes === null ? null : now() + minutes * 60_000;
      await database.settings.put({ key: "pause", pause: { until } });
      await closeOpen(database, "pause", make);
      return settled(ok);
    },
    "recording.resume": async () => {
      await database.settings.delete("pause");
      return restarted(ok);
    },
    "tool.add": (request) => addTool(pipeline, request).then(settled),
    "tool.remove": ({ tool }) => removeTool(pipeline, tool).then(restarted),
    "trajectory.close": async () => {
      // The acts of the last second are still in their pages.
      await flushPages();
      await closeOpen(database, "task", make);
      await changed();
      return ok;
    },
    "step.delete": async ({ trajectory, n }) => {
      await deleteSteps(database, (step) => step.n === n, { make, among: [trajectory] });
      return freed();
    },
    "trajectory.delete": async ({ trajectory }) => {
      await deleteSteps(database, () => true, { make, among: [trajectory] });
      return freed();
    },
    "tool.forget": async ({ tool }) => {
      await deleteSteps(database, (step) => step.tool === tool, { make });
      return freed();
    },
    "minutes.forget": async ({ minutes }) => {
      await forgetMinutes(database, minutes, make);
      return freed();
    },
    "everything.erase": async () => {
      await tellPages("page.stop");
      await eraseRecord(database);
      await findSpace(database);
      return restarted(ok);
    },
    "shipment.now": async ({ shipment }) => {
      const agreed = agreedTools(await readDoorway(database)).length > 0;
      const found = await database.shipments.update(shipment, { readyAt: now(), nextTryAt: 0 });
      // Sets the alarm, which ships it should the worker die. The page does not wait for a slow collector: while it
      // waited, the person could not delete.
      await changed();
      if (agreed) void ship(database).then(changed);
      return { ok: found > 0 };
    },
  };
}
