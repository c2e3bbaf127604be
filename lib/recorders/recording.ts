// What every recorder is given, and the doorway through which every step leaves.
import type { Dropped } from "../../schemas/dropped.ts";
import type { PageConfig } from "../../schemas/message.ts";
import type { Step } from "../../schemas/step.ts";
import type { Target } from "../../schemas/target.ts";
import { epochOf } from "../dom/epoch.ts";
import { framePosition } from "../dom/frame-position.ts";
import type { Searches } from "../dom/searches.ts";
import type { Secrets } from "../dom/secret.ts";
import { createRoots, type Roots } from "../dom/shadow.ts";
import { createTrail, type Trail } from "../dom/trail.ts";
import type { Outlines } from "../outline/outlines.ts";
import type { Lookup } from "../vocabulary/lookup.ts";
import { createDescriptions } from "./descriptions.ts";
import { createOrder, type Order, type Urgency } from "./order.ts";
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
