// What the person's own pages may ask: answer, scope, pause, say what it was, delete, ship now.
import { readDoorway } from "../consent/doorway.ts";
import { agreedTools } from "../consent/gate.ts";
import type { PersonHandlers } from "../messaging/receive.ts";
import { tellPages } from "../messaging/tell-pages.ts";
import { deleteSteps, forgetMinutes } from "../personal-data/delete.ts";
import { eraseRecord } from "../personal-data/erase.ts";
import { deleteUndoably, undoDeletion } from "../personal-data/undoable.ts";
import { now } from "../platform/clock.ts";
import { readLedger } from "../shipping/read-ledger.ts";
import { chooseReviewHours, readReviewHours } from "../shipping/review-window.ts";
import { shipNow } from "../shipping/ship.ts";
import { askErasing } from "../store/erase-queue.ts";
import { dropUncited } from "../store/outlines.ts";
import { write } from "../store/writer.ts";
import { consentHandlers } from "./consent-handlers.ts";
import { findSpace } from "./find-space.ts";
import type { Pipeline } from "./pipeline.ts";
import { createSettling } from "./settling.ts";
import { taskHandlers } from "./task-handlers.ts";
import { addTool, narrowOne, removeTool, takeTool } from "./tool-handlers.ts";

const ok = { ok: true };

export function personHandlers(pipeline: Pipeline): PersonHandlers {
  const { database, make, changed } = pipeline;
  const settling = createSettling(pipeline);
  const { settled } = settling;
  const freed = async () => {
    // Pages begin anew, and hand over what they are in.
    await write(database, () => dropUncited(database, () => true));
    await findSpace(database);
    return settled(ok);
  };

  return {
    ...consentHandlers(pipeline, settling),
    ...taskHandlers(pipeline),
    "tool.add": (request) => addTool(pipeline, request).then(settled),
    "tool.take": ({ pattern }) => takeTool(pipeline, pattern).then(settled),
    "tool.remove": ({ tool }) => removeTool(pipeline, tool).then(settled),
    "tool.narrow": (request) => narrowOne(pipeline, request).then(settled),
    "record.delete": async ({ what }) => {
      const { id, until } = await deleteUndoably(database, what);
      await changed();
      return { tombstone: id, until };
    },
    "record.undo": async ({ tombstone }) => ({ ok: await undoDeletion(database, tombstone) }),
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
      return settled(ok);
    },
    "shipped.erase": async ({ shipments }) => {
      const asked = await askErasing(database, shipments);
      await changed();
      return { ok: true, asked };
    },
    "ledger.read": async () => ({ ok: await readLedger(database) }),
    "shipment.now": async ({ shipment }) => {
      const agreed = agreedTools(await readDoorway(database)).length > 0;
      const found = await database.shipments.update(shipment, { readyAt: now(), nextTryAt: 0 });
      // Sets the alarm, which ships it should the worker die. The page does not wait for a slow collector: while it
      // waited, the person could not delete.
      await changed();
      if (agreed) void shipNow(database).then(changed);
      return { ok: found > 0 };
    },
    "review.hours": async ({ hours }) => {
      await chooseReviewHours(database, hours);
      await changed();
      return { hours: await readReviewHours(database) };
    },
  };
}
