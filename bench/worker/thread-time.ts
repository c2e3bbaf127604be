// Time of the service worker's own thread on the processor, as the browser notes it with each mark.
import type { CDPSession, Worker } from "playwright";
import { within } from "../within.ts";

interface MarkEvent {
  name: string;
  /** Microseconds that the thread was on the processor, at this moment. */
  tts?: number;
}

/** Measures stretches of one worker's time. The session is the whole browser's. */
export class ThreadTime {
  readonly #session: CDPSession;
  readonly #worker: Worker;
  readonly #marks = new Map<string, number>();
  readonly #names: string[] = [];

  constructor(session: CDPSession, worker: Worker) {
    this.#session = session;
    this.#worker = worker;
    session.on("Tracing.dataCollected", ({ value }) => {
      for (const { name, tts } of value as unknown as MarkEvent[])
        if (tts !== undefined && /^(begin|end)-/.test(name)) this.#marks.set(name, tts);
    });
  }

  start(): Promise<unknown> {
    return this.#session.send("Tracing.start", {
      transferMode: "ReportEvents",
      traceConfig: { recordMode: "recordAsMuchAsPossible", includedCategories: ["blink.user_timing"] },
    });
  }

  /** Stretches of one name are kept together. */
  async during(name: string, doing: () => Promise<unknown>): Promise<void> {
    const stretch = `${name}-${this.#names.push(name)}`;
    const mark = (edge: string) =>
      this.#worker.evaluate((text) => void performance.mark(text), `${edge}-${stretch}`);
    await mark("begin");
    await within(name, 60, doing());
    await mark("end");
  }

  /** Milliseconds on the processor of each stretch, by its name. */
  async stop(): Promise<Map<string, number[]>> {
    const complete = new Promise<void>((done) => this.#session.once("Tracing.tracingComplete", () => done()));
    await this.#session.send("Tracing.end");
    await within("the trace", 60, complete);
    const found = new Map<string, number[]>();
    this.#names.forEach((name, at) => {
      const [from, to] = ["begin", "end"].map((edge) => this.#marks.get(`${edge}-${name}-${at + 1}`));
      if (from === undefined || to === undefined) throw new Error(`The trace lacks a mark of ${name}.`);
      found.set(name, [...(found.get(name) ?? []), (to - from) / 1000]);
    });
    return found;
  }
}
