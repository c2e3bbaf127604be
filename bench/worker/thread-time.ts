// Time of the service worker's own thread on the processor, by the browser's record of its tasks.
import type { CDPSession, Worker } from "playwright";
import { sum } from "../overhead/statistics.ts";
import type { TraceEvent } from "../overhead/trace.ts";

const categories = [
  "toplevel",
  "disabled-by-default-devtools.timeline",
  "devtools.timeline",
  "blink.user_timing",
];

/** Measures stretches of one worker's time; the session may be any page's. */
export class ThreadTime {
  readonly #session: CDPSession;
  readonly #worker: Worker;
  readonly #events: TraceEvent[] = [];
  #count = 0;

  constructor(session: CDPSession, worker: Worker) {
    this.#session = session;
    this.#worker = worker;
    session.on("Tracing.dataCollected", ({ value }) =>
      this.#events.push(...(value as unknown as TraceEvent[])),
    );
  }

  start(): Promise<unknown> {
    return this.#session.send("Tracing.start", {
      transferMode: "ReportEvents",
      traceConfig: { recordMode: "recordAsMuchAsPossible", includedCategories: categories },
    });
  }

  /** Marks the stretch; its name finds it again in what `stop` gives. */
  async during(name: string, doing: () => Promise<unknown>): Promise<void> {
    const mark = (edge: string) =>
      this.#worker.evaluate((text) => void performance.mark(text), `${edge}-${name}-${this.#count}`);
    await mark("begin");
    await doing();
    await mark("end");
    this.#count++;
  }

  /** Milliseconds on the processor of each stretch, by its name. */
  async stop(): Promise<Map<string, number[]>> {
    const complete = new Promise<void>((done) => this.#session.once("Tracing.tracingComplete", () => done()));
    await this.#session.send("Tracing.end");
    await complete;
    return stretches(this.#events);
  }
}

const end = ({ ts, dur }: TraceEvent): number => ts + (dur ?? 0);

/** Pure. */
export function stretches(events: readonly TraceEvent[]): Map<string, number[]> {
  const marks = events.filter(({ cat, name }) => cat === "blink.user_timing" && /^(begin|end)-/.test(name));
  const found = new Map<string, number[]>();
  for (const begin of marks.filter(({ name }) => name.startsWith("begin-"))) {
    const stretch = begin.name.slice("begin-".length);
    const last = marks.find(({ name }) => name === `end-${stretch}`);
    if (!last) throw new Error(`The trace lacks the end of ${stretch}.`);
    const tasks = events
      .filter(({ ph, pid, tid }) => ph === "X" && pid === begin.pid && tid === begin.tid)
      .filter(({ ts, tdur }) => tdur !== undefined && ts >= begin.ts && ts < last.ts)
      .sort((a, b) => a.ts - b.ts || end(b) - end(a));
    let until = 0;
    const outermost = tasks.filter((task) => {
      if (task.ts < until) return false;
      until = end(task);
      return true;
    });
    const name = stretch.replace(/-\d+$/, "");
    found.set(name, [...(found.get(name) ?? []), sum(outermost.map(({ tdur }) => tdur!)) / 1000]);
  }
  return found;
}
