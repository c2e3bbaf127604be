// One run of the page script: asks what may be recorded, records it, and starts over when the answer may have changed.
import type { PageConfig } from "../../schemas/message.ts";
import type { TellBackground } from "../messaging/extension.ts";
import { readTables } from "../vocabulary/lookup.ts";
import { startRecorders } from "./index.ts";
import { createRecording, type Recording, type RecordingOptions } from "./recording.ts";
import { startOutlines } from "./start-outlines.ts";

/** Said, so that the browser makes no error of its own for it: that reads the whole script anew for the lines of a stack. */
const over = "over";

/** The worker may be on its way up: asked again after these many milliseconds, then no more in this document. */
const retries = [250, 1000, 4000, 16_000];
/** A question without an answer after so many milliseconds counts as lost. */
const patience = 4000;

/** Said in our own world, for specs to wait for; the release build has no such code. */
function tellSpecs(records: boolean): void {
  if (__BUILD__ === "test") Object.assign(globalThis, { tooltrailRecords: records });
}

export interface SessionOptions extends Pick<RecordingOptions, "add" | "drop" | "secrets" | "trusted"> {
  /** Asks what may be recorded, and hands page states over. */
  tell: TellBackground;
  /** Whether an error of `tell` means that there is nobody to ask any more. */
  isOver(error: unknown): boolean;
  stop(): void;
  /** Recording begins with the document, so its load is a step. */
  fresh: boolean;
  signal: AbortSignal;
}

export interface Session {
  /** Asks what is agreed now, and starts over with the answer; until then the old one holds. */
  configure(): void;
  /** Ends what is held, so that it can be handed over. */
  settle(): void;
  /** Adds what the targets of steps still lack, before they are sent. */
  complete(): void;
}

export function createSession(options: SessionOptions): Session {
  const { signal, tell, isOver, stop } = options;
  let { fresh } = options;
  let recording: Recording | undefined;
  let running = new AbortController();
  /** The question under way; a newer one takes its place. */
  let asking = new AbortController();

  const end = () => {
    running.abort(over);
    recording = undefined;
    tellSpecs(false);
  };
  signal.addEventListener("abort", () => {
    asking.abort(over);
    end();
  });

  /** What was recorded until now was under the old answer, and ends with it. */
  function start(config: PageConfig): void {
    recording?.settle();
    recording?.complete();
    end();
    if (!config.record) return;
    running = new AbortController();
    recording = createRecording({
      ...options,
      config,
      fresh,
      lookup: readTables(config.vocabulary),
    });
    fresh = false;
    // Where it is not agreed to, nothing of it is computed.
    if (config.outlines)
      startOutlines(recording, (request) => tell("outlines.keep", request), running.signal);
    startRecorders(recording, running.signal);
    tellSpecs(true);
  }

  async function ask(attempt: number, mine: AbortController): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = attempt === retries.length;
    const again = (wait: number) => {
      clearTimeout(timer);
      if (asked || mine.signal.aborted) return;
      timer = setTimeout(() => {
        asked = true;
        void ask(attempt + 1, mine);
      }, wait);
    };
    mine.signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
    again(patience);
    try {
      const config = await tell("page.hello", {});
      if (mine.signal.aborted) return;
      if (config) {
        // The first answer counts: no other question is open any more.
        mine.abort(over);
        return start(config);
      }
    } catch (error) {
      if (isOver(error)) return stop();
    }
    again(retries[attempt] ?? 0);
  }

  return {
    configure() {
      asking.abort(over);
      asking = new AbortController();
      if (!signal.aborted) void ask(0, asking);
    },
    settle: () => recording?.settle(),
    complete: () => recording?.complete(),
  };
}
