// What page scripts may ask: whether to record, and to keep steps.

import { type KindName, kindNames } from "../../schemas/step-of-kind.ts";
import { readDoorway } from "../consent/doorway.ts";
import { closed, isPaused, kindsIn, refusal } from "../consent/gate.ts";
import { readDiskFull } from "../diagnostics/disk-full.ts";
import { countDropped } from "../diagnostics/dropped.ts";
import type { PageHandlers } from "../messaging/receive.ts";
import { exclusionOf } from "../scope/path.ts";
import { isGranted, isGrantedAt } from "../scope/registration.ts";
import { noteInside } from "../scope/tools-inside.ts";
import { write, writeOrFull } from "../store/writer.ts";
import { keepSteps, type Refuse } from "../trajectory/keep-steps.ts";
import { vocabularyOf } from "../vocabulary/of-tool.ts";
import { keepState } from "./keep-state.ts";
import type { Pipeline } from "./pipeline.ts";
import { agreedAt, judge, placeOf, whose, whyNot } from "./whose.ts";

export const pageHandlers = ({ database, make, changed, showTab }: Pipeline): PageHandlers => ({
  "page.hello": async (_, sender) => {
    const doorway = await readDoorway(database);
    const { tool, refused } = whose(sender, doorway);
    if (refused === "frame-undecided" && doorway.consent.answer === "agreed")
      await write(database, () => countDropped(database, { [refused]: 1 }));
    if (!tool || isPaused(doorway.pause, doorway.now) || !(await isGranted(tool)) || (await readDiskFull())) {
      return { record: false };
    }
    const { keptTablesOf } = await import("../vocabulary/page-tables.ts");
    // A frame in a page of nobody's, or of another tool.
    await noteInside(sender, tool);
    // Before the page can hand over its first step.
    await showTab?.(sender);
    const kinds = kindsIn(doorway, tool);
    const exclude = exclusionOf(tool.exclude);
    return {
      record: true,
      tool: tool.id,
      kinds: kindNames.filter((kind) => kinds.includes(kind)),
      outlines: kinds.includes("outlines"),
      ...(exclude !== undefined && { exclude }),
      vocabulary: keptTablesOf((await vocabularyOf(tool.vocabulary)) ?? noVocabulary),
      // A page cannot see it where the link said noreferrer.
      ...(sender.tab?.openerTabId !== undefined && { opened: true as const }),
    };
  },

  "outlines.keep": (request, sender) => keepState(database, request, sender),
  "steps.record": async (request, sender) => {
    const after = request.first + request.steps.length;
    const judged = judge(sender);
    // Asked before the transaction, which would not survive it.
    const granted = judged.address !== undefined && (await isGrantedAt(judged.address));
    // A page that comes back from where the browser keeps it does not ask anew.
    const at = granted && sender.frameId ? agreedAt(judged, await readDoorway(database)).tool : undefined;
    if (at && (await noteInside(sender, at))) await showTab?.(sender);
    const kept = await writeOrFull(database, request.steps.length, async () => {
      // Consent is asked inside the transaction, so that no answer comes between it and the store.
      const doorway = await readDoorway(database);
      const { tool } = agreedAt(judged, doorway);
      if (tool && granted) {
        const place = placeOf(sender, tool);
        const refuse = once((kind) => refusal(doorway, kind, place));
        const paused = isPaused(doorway.pause, doorway.now);
        return { ...(await keepSteps(database, request, { tool: tool.id, refuse })), paused };
      }
      const reason = granted ? whyNot(judged, doorway) : (closed(doorway) ?? "message-out-of-scope");
      await countDropped(database, { ...request.dropped, [reason]: request.steps.length });
      return "refused";
    });
    if (kept === "refused") return { next: after, stop: true };
    if (!kept) {
      await changed();
      return { next: after, stop: true };
    }
    for (const { id, closedBy } of kept.ended) {
      const { closeTrajectory } = await import("../trajectory/close.ts");
      await closeTrajectory(database, { id, by: closedBy ?? "idle", make });
    }
    // Steps that came again tell of a worker that may have died before it set the alarm.
    if (kept.opened || kept.kept < request.steps.length) await changed();
    return { next: kept.next, stop: kept.paused };
  },
});

const noVocabulary = { routes: [], terms: [], attributes: [], elements: [] };

/** Asks once a kind: a message may hold two thousand steps. */
function once(refuse: Refuse): Refuse {
  const known = new Map<KindName, ReturnType<Refuse>>();
  return (kind) => {
    if (!known.has(kind)) known.set(kind, refuse(kind));
    return known.get(kind)!;
  };
}
