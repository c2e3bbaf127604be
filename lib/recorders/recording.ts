// What every recorder is given, and the doorway through which every event comes in.
import type { Dropped } from "../../schemas/dropped.ts";
import type { PageConfig } from "../../schemas/message.ts";
import type { Step } from "../../schemas/step.ts";
import type { Target } from "../../schemas/target.ts";
import { atWindow } from "../dom/at-window.ts";
import { epochOf } from "../dom/epoch.ts";
import { framePosition } from "../dom/frame-position.ts";
import type { Secrets } from "../dom/secret.ts";
import { createRoots, type Roots } from "../dom/shadow.ts";
import { createTrail, type Trail } from "../dom/trail.ts";
import type { Outlines } from "../outline/outlines.ts";
import type { Lookup } from "../vocabulary/lookup.ts";
import { createDescriptions } from "./descriptions.ts";
import type { Press } from "./press.ts";

export type RecordConfig = Extract<PageConfig, { record: true }>;

/** `now`: the act may unload the page, so the step is handed over inside the event. */
export type Urgency = "now" | "soon";

/** A step that is not over yet: a burst that goes on, a click that may become a double click. */
export interface Held {
  /** When it began, in epoch milliseconds; null while there is none. */
  since(): number | null;
  /** Ends it and emits it, unless the step that ends it has it as a part (a click that only focused the field). */
  flush(by?: Ending): void;
  /** Kinds that may come in between without ending it: they wait until it is over, as it began before. */
  survives: readonly Step["kind"][];
}

/** The step that comes after what is held, and the element it is about. */
export interface Ending {
  step: Step;
  element: Element | undefined;
}

export interface Recording {
  config: RecordConfig;
  lookup: Lookup;
  secrets: Secrets;
  /** True when recording began with the document, not in a page that was open before. */
  fresh: boolean;
  roots: Roots;
  trail: Trail;
  /** Undefined where the person did not agree to outlines. */
  outlines: Outlines | undefined;
  /** The last press of the pointer; null where nothing may be known of it. */
  press: Press | null;
  /** `element` is what the step is about; what is held may be a part of it. */
  emit(step: Step, urgency: Urgency, element?: Element): void;
  /**
   * The element as it is now. Called in the event, before the page reacts to the act. Some of its selectors may be
   * added to it in an idle moment, so a step carries this very object.
   */
  describe(element: Element): Target;
  /** Adds what targets still lack: before they leave the page. */
  complete(): void;
  hold(held: Held): void;
  /** Ends everything held, as when the page is left. */
  settle(): void;
  /** What is held is over without a step: lets go what waited for it. */
  release(): void;
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
  let waiting: { step: Step; urgency: Urgency; element: Element | undefined }[] = [];

  const heldBefore = (at: number) =>
    holders
      .map((held) => ({ held, since: held.since() }))
      .filter(({ since }) => since !== null && since < at)
      // The latest first: it ends those before it by itself, and a click may be a part of the typing after it.
      .sort((a, b) => b.since! - a.since!);
  const flushBefore = (at: number, by?: Ending) => {
    for (const { held } of heldBefore(at)) held.flush(by);
  };
  const mustWait = ({ kind, at }: Step) => heldBefore(at).some(({ held }) => held.survives.includes(kind));
  const hand = (step: Step, urgency: Urgency, element: Element | undefined) => {
    flushBefore(step.at, { step, element });
    release(step.at);
    options.add(step, urgency);
  };
  const release = (before = Number.POSITIVE_INFINITY) => {
    for (;;) {
      const next = waiting.find(({ step }) => step.at < before && !mustWait(step));
      if (!next) return;
      waiting = waiting.filter((one) => one !== next);
      hand(next.step, next.urgency, next.element);
    }
  };
  const recording: Recording = {
    ...options,
    ...createDescriptions(options),
    roots: createRoots(),
    trail: createTrail(),
    outlines: undefined,
    press: null,
    trusted: options.trusted ?? ((event) => event.isTrusted),
    emit(step, urgency, element) {
      if (mustWait(step)) waiting.push({ step, urgency, element });
      else hand(step, urgency, element);
      release();
      recording.outlines?.touch();
    },
    hold: (held) => {
      holders.push(held);
    },
    settle() {
      flushBefore(Number.POSITIVE_INFINITY);
      release();
    },
    release: () => release(),
  };
  return recording;
}

/** What every step says besides its own measures. `element` is its target. */
export const begin = (recording: Recording, timeStamp: number, element?: Element) => {
  const outline = recording.outlines?.cite(element);
  return {
    at: epochOf(timeStamp),
    tool: recording.config.tool,
    frame: framePosition(window),
    route: recording.lookup.route(location.href),
    ...(element && { target: recording.describe(element) }),
    ...(outline && { outline }),
  };
};

/** Runs a piece of a recorder. Nothing it throws reaches the page; it is counted. */
export function guarded(recording: Recording, run: () => void): void {
  try {
    run();
  } catch {
    recording.drop("recorder-error");
  }
}

interface Listening<N> {
  types: readonly N[];
  signal: AbortSignal;
}

/** Listens at the window, before the page does, for what the person did and no script. */
export function listen<N extends keyof WindowEventMap>(
  recording: Recording,
  { types, signal }: Listening<N>,
  handle: (event: WindowEventMap[N]) => void,
): void {
  for (const type of types) atWindow(type, (event) => ifTrusted(recording, event, handle), signal);
}

/** The same for events that do not leave a shadow root: in each root as well, once it is met. */
export function listenInside<N extends keyof DocumentEventMap & keyof WindowEventMap>(
  recording: Recording,
  { types, signal }: Listening<N>,
  handle: (event: WindowEventMap[N]) => void,
): void {
  listen(recording, { types, signal }, handle);
  recording.roots.each((root) => {
    for (const type of types) {
      const hear = (event: Event) => ifTrusted(recording, event as WindowEventMap[N], handle);
      root.addEventListener(type, hear, { capture: true, passive: true, signal });
    }
  }, signal);
}

function ifTrusted<E extends Event>(recording: Recording, event: E, handle: (event: E) => void): void {
  if (recording.trusted(event)) guarded(recording, () => handle(event));
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
