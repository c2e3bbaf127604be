// The browser's own record of what its threads did.
import type { CDPSession } from "playwright";
import { within } from "../within.ts";

export interface TraceEvent {
  name: string;
  cat: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  /** The same in time of the thread on the processor. */
  tdur?: number;
  args: {
    data?: { type?: string; url?: string; functionName?: string; lineNumber?: number };
    name?: string;
  };
}

const categories = ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing"];

/** Begins; the answer ends it and gives the events. */
export async function startTrace(session: CDPSession): Promise<() => Promise<TraceEvent[]>> {
  const events: TraceEvent[] = [];
  const take = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  session.on("Tracing.dataCollected", take);
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { recordMode: "recordAsMuchAsPossible", includedCategories: categories },
  });
  return async () => {
    const complete = new Promise<void>((done) => session.once("Tracing.tracingComplete", () => done()));
    await session.send("Tracing.end");
    await within("the trace", 120, complete);
    session.off("Tracing.dataCollected", take);
    return events;
  };
}
