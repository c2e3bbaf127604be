// What every recorder is given, and the doorway through which every event comes in.
import type { Dropped } from "../../schemas/dropped.ts";
import type { PageConfig } from "../../schemas/message.ts";
import type { Step } from "../../schemas/step.ts";
import type { Target } from "../../schemas/target.ts";
import { atWindow } from "../dom/at-window.ts";
import { epochOf } from "../dom/epoch.ts";
import { framePosition } from "../dom/frame-position.ts";
import type { Searches } from "../dom/searches.ts";
import type { Secrets } from "../dom/secret.ts";
import { createRoots, type Roots } from "../dom/shadow.ts";
import { createTrail, type Trail } from "../dom/trail.ts";
import type { Outlines } from "../outline/outlines.ts";
import type { Lookup } from "../vocabulary/lookup.ts";
import { createDescriptions } from "./descriptions.ts";
import { createOrder, type Held, type Order, type Urgency } from "./order.ts";
import type { Press } from "./press.ts";

export type RecordConfig = Extract<PageConfig, { record: true }>;

export type { Ending, Held, Urgency } from "./order.ts";

export interface Recording extends Order {
  config: RecordConfig;
  lookup: Lookup;
  secrets: Secrets;
  /** True when recording began with the document, not in a page that was open before. */
  fresh: boolean;
  roots: Roots;
  trail: Trail;
  /** Undefined while nothing is recorded. */
  searches: Searches | undefined;
  /** Undefined where the person did not agree to outlines. */
  outlines: Outlines | undefined;
  /** The last press of the pointer; null where nothing may be known of it. */
  press: Press | null;
  /**
   * The element as it is now. Called in the event, before the page reacts to the act. Some of its selectors may be
   * added to it in an idle moment, so a step carries this very object.
   */
  describe(element: Element): Target;
  /** Adds what targets still lack: before they leave the page. */
  complete(): void;
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

const ofClick = /^(click|pointer|hover)$/;

/** What the recorders of one document share. */
export function createRecording(options: RecordingOptions): Recording {
  const { emit, hold, settle, release } = createOrder(options.add);
  const { exclude } = options.config;
  const recording: Recording = {
    ...options,
    ...createDescriptions(options),
    roots: createRoots(),
    trail: createTrail(),
    searches: undefined,
    outlines: undefined,
    press: null,
    // In a part that is left out no event is heard; what comes from there all the same is refused by the gate.
    trusted: (event) =>
      (options.trusted?.(event) ?? event.isTrusted) && !(exclude && location.href.match(exclude)),
    hold,
    settle,
    release,
    emit(step, urgency, element) {
      emit(step, urgency, element);
      recording.outlines?.touch();
      // What comes of a click is searched for from the click on.
      if (!ofClick.test(step.kind)) recording.searches?.renew();
    },
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

export interface Hearing {
  /** Listens at the window, before the page does, for what the person did and no script. */
  listen<N extends keyof WindowEventMap>(
    types: readonly N[],
    handle: (event: WindowEventMap[N]) => void,
  ): void;
  /** The same for events that do not leave a shadow root: in each root as well, once it is met. */
  listenInside: Hearing["listen"];
  /** Runs once after so many milliseconds. Returns how to call it off. */
  later(delay: number, run: () => void): () => void;
  /** The same, and then in the idle moment in which what an act brought up is found. */
  whenFound: Hearing["later"];
  /** A place for one step that is not over yet; `tell` is called when it is. */
  holdOne<T extends Unfinished>(tell: (one: T) => void, survives?: Held["survives"]): Holding<T>;
}

interface Unfinished {
  step: Pick<Step, "at">;
}

export interface Holding<T> {
  /** Holds it until something else begins, at most so many milliseconds. */
  keep(one: T, delay: number): void;
  flush(): void;
  /** Holds it no more, and tells nothing. */
  drop(): T | null;
}

/** How a recorder hears and waits, until the signal. Nothing that it throws reaches the page. */
export function hearing(recording: Recording, signal: AbortSignal): Hearing {
  // In one function, as it is called for each event of each recorder.
  const trusting =
    <E extends Event>(handle: (event: E) => void) =>
    (event: Event) => {
      if (!recording.trusted(event)) return;
      try {
        handle(event as E);
      } catch {
        recording.drop("recorder-error");
      }
    };
  const listen: Hearing["listen"] = (types, handle) => {
    for (const type of types) atWindow(type, trusting(handle), signal);
  };
  const later: Hearing["later"] = (delay, run) => {
    const timer = setTimeout(() => signal.aborted || guarded(recording, run), delay);
    return () => clearTimeout(timer);
  };
  const whenFound: Hearing["later"] = (delay, run) => {
    let isOff = false;
    const told = () => isOff || signal.aborted || guarded(recording, run);
    const cancel = later(delay, () => (recording.searches ? recording.searches.renew(told) : told()));
    return () => {
      isOff = true;
      cancel();
    };
  };
  return {
    listen,
    later,
    whenFound,
    listenInside(types, handle) {
      listen(types, handle);
      recording.roots.each((root) => {
        for (const type of types)
          root.addEventListener(type, trusting(handle), { capture: true, passive: true, signal });
      }, signal);
    },
    holdOne(tell, survives = []) {
      let held: Parameters<typeof tell>[0] | null = null;
      let cancel = () => {};
      const drop = () => {
        const one = held;
        held = null;
        cancel();
        return one;
      };
      const flush = () => {
        const one = drop();
        if (one) tell(one);
      };
      recording.hold({ since: () => held?.step.at ?? null, flush, survives });
      return {
        keep(one, delay) {
          held = one;
          cancel = (delay > 0 ? whenFound : later)(delay, flush);
        },
        flush,
        drop,
      };
    },
  };
}
