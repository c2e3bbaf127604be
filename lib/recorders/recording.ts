// What every recorder is given, and the doorway through which every event comes in.
import type { Dropped } from "../../schemas/dropped.ts";
import type { PageConfig } from "../../schemas/message.ts";
import type { Step } from "../../schemas/step.ts";
import { epochOf } from "../dom/epoch.ts";
import { framePosition } from "../dom/frame-position.ts";
import type { Secrets } from "../dom/secret.ts";
import type { Lookup } from "../vocabulary/lookup.ts";

export type RecordConfig = Extract<PageConfig, { record: true }>;

/** `now`: the act may unload the page, so the step is handed over inside the event. */
export type Urgency = "now" | "soon";

/** A step that is not over yet: a burst that goes on, a click that may become a double click. */
export interface Held {
  /** When it began, in epoch milliseconds; null while there is none. */
  since(): number | null;
  /** Ends it and emits it. */
  flush(): void;
  /** Kinds that may come in between without ending it. */
  survives: readonly Step["kind"][];
}

export interface Recording {
  config: RecordConfig;
  lookup: Lookup;
  secrets: Secrets;
  /** True when recording began with the document, not in a page that was open before. */
  fresh: boolean;
  emit(step: Step, urgency: Urgency): void;
  hold(held: Held): void;
  /** Ends everything held, as when the page is left. */
  settle(): void;
  drop(reason: Dropped): void;
  trusted(event: Event): boolean;
}

export interface RecordingOptions {
  config: RecordConfig;
  lookup: Lookup;
  secrets: Secrets;
  fresh: boolean;
  add(step: Step, urgency: Urgency): void;
  drop(reason: Dropped): void;
  /** Tests make their own events, which no browser trusts. */
  trusted?: (event: Event) => boolean;
}

/** Steps leave in the order in which they began: an earlier one that is still held goes first. */
export function createRecording(options: RecordingOptions): Recording {
  const holders: Held[] = [];
  const flushBefore = (at: number, kind?: Step["kind"]) => {
    const due = holders
      .map((held) => ({ held, since: held.since() }))
      .filter(({ held, since }) => since !== null && since < at && !(kind && held.survives.includes(kind)))
      .sort((a, b) => a.since! - b.since!);
    for (const { held } of due) held.flush();
  };
  return {
    ...options,
    trusted: options.trusted ?? ((event) => event.isTrusted),
    emit(step, urgency) {
      flushBefore(step.at, step.kind);
      options.add(step, urgency);
    },
    hold: (held) => {
      holders.push(held);
    },
    settle: () => flushBefore(Number.POSITIVE_INFINITY),
  };
}

/** What every step says besides its own measures. */
export const begin = (recording: Recording, timeStamp: number) => ({
  at: epochOf(timeStamp),
  tool: recording.config.tool,
  frame: framePosition(window),
  route: recording.lookup.route(location.href),
});

/** Runs a piece of a recorder. Nothing it throws reaches the page; it is counted. */
export function guarded(recording: Recording, run: () => void): void {
  try {
    run();
  } catch {
    recording.drop("recorder-error");
  }
}

/** Listens at the window, before the page does, for what the person did and no script. */
export function listen<N extends keyof WindowEventMap>(
  recording: Recording,
  { types, signal }: { types: readonly N[]; signal: AbortSignal },
  handle: (event: WindowEventMap[N]) => void,
): void {
  for (const type of types) {
    window.addEventListener(
      type,
      (event) => {
        if (recording.trusted(event)) guarded(recording, () => handle(event));
      },
      { capture: true, passive: true, signal },
    );
  }
}

/** Runs once after a while, unless recording ends before. Returns how to call it off. */
export function later(
  recording: Recording,
  { delay, signal }: { delay: number; signal: AbortSignal },
  run: () => void,
): () => void {
  const timer = setTimeout(() => guarded(recording, run), delay);
  const cancel = () => {
    clearTimeout(timer);
    signal.removeEventListener("abort", cancel);
  };
  signal.addEventListener("abort", cancel, { once: true });
  return cancel;
}
