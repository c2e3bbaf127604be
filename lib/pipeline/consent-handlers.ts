// The person's answers, pauses and marks: what is said is written first, then everything open follows it.
import type { Receipt } from "../../schemas/consent.ts";
import { enact, enactWithin, receiptOf } from "../consent/enact.ts";
import { clearDiskFull } from "../diagnostics/disk-full.ts";
import { chooseMark } from "../mark/show-mark.ts";
import type { PersonHandlers } from "../messaging/receive.ts";
import { tellPages } from "../messaging/tell-pages.ts";
import { clearRecord } from "../personal-data/erase.ts";
import { finishDeletions } from "../personal-data/undoable.ts";
import { nextMidnight, now } from "../platform/clock.ts";
import { breakOff } from "../shipping/under-way.ts";
import { markErasing } from "../store/erase-queue.ts";
import { write } from "../store/writer.ts";
import { closeOpen } from "../trajectory/open.ts";
import type { Pipeline } from "./pipeline.ts";
import type { Settling } from "./settling.ts";
import { showState, takeMarks } from "./toolbar.ts";

type Names = `consent.${string}` | `recording.${string}` | "profile.shared" | "mark.show";
type Handlers = Pick<PersonHandlers, Extract<keyof PersonHandlers, Names>>;

const ok = { ok: true };

export function consentHandlers(pipeline: Pipeline, { settled }: Settling): Handlers {
  const { database, make } = pipeline;
  const refuseAnswer = async (answer: "declined" | "later"): Promise<Receipt> => {
    breakOff();
    await tellPages("page.stop");
    return settled(receiptOf(await enact(database, { is: "answer", answer, kinds: [] })));
  };
  return {
    "consent.agree": async ({ kinds, tools }) =>
      settled(receiptOf(await enact(database, { is: "answer", answer: "agreed", kinds, tools }))),
    "consent.decline": () => refuseAnswer("declined"),
    "consent.later": () => refuseAnswer("later"),
    // Stop first; then, in the same transaction as the answer, what was shipped is marked for erasing, and what is here
    // is erased (P8). The keys stay, and leave although nothing else does.
    "consent.withdraw": async () => {
      breakOff();
      await tellPages("page.stop");
      const stored = await write(database, async () => {
        await markErasing(database, "all");
        await clearRecord(database);
        return enactWithin(database, { is: "answer", answer: "withdrawn", kinds: [] });
      });
      await clearDiskFull();
      return settled(receiptOf(stored));
    },
    "recording.pause": async (request) => {
      await tellPages("page.stop");
      await enact(database, { is: "pause", until: endOf(request) });
      // Said before the trajectory is closed, which may take a while.
      await showState(database);
      await finishDeletions(database, { make, all: true });
      await closeOpen(database, "pause", make);
      return settled(ok);
    },
    "mark.show": async ({ shown }) => {
      await chooseMark(database, shown);
      await (shown ? showState(database) : takeMarks(database));
      return ok;
    },
    "recording.resume": async () => {
      await enact(database, { is: "resume" });
      return settled(ok);
    },
    "profile.shared": async ({ shared }) => {
      await enact(database, { is: "profile", shared });
      return settled(ok);
    },
  };
}

function endOf(request: { minutes: number | null } | { until: "tomorrow" }): number | null {
  if ("until" in request) return nextMidnight(now());
  return request.minutes === null ? null : now() + request.minutes * 60_000;
}
