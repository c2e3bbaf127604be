// The outlines of one document: made when it may have changed, handed over once a state, cited by steps.
import type { OutlinesReply, OutlinesRequest } from "../../schemas/message.ts";
import type { Effect, OutlineRef } from "../../schemas/step.ts";
import { below, elementsOf, readyState } from "../dom/native.ts";
import { differenceOf } from "./difference.ts";
import { createShapes } from "./raw.ts";
import { createSlices } from "./slices.ts";
import { type Known, makeState, type PageState } from "./state.ts";

/** Shapes and states remembered before all are forgotten. */
const mostShapes = 20_000;
/** What an act asked of the network may change the page for so long after it, in milliseconds. */
const aftermath = 5000;
/** The number of elements is looked at no more often than this, in milliseconds. */
const lookEvery = 300;

export interface Outlines {
  /** The last finished state before now, and the node that stands for the element. */
  cite(element?: Element): OutlineRef | undefined;
  /** An act: the page may be another after it. */
  touch(): void;
  /** Remembers the state of now, and tells later what became of it; undefined where that is not known. */
  watch(): () => Effect | undefined;
}

/** Hands a state over; undefined or an error when nobody took it. */
export type KeepOutline = (request: OutlinesRequest) => Promise<OutlinesReply | undefined>;

export interface OutlinesOptions extends Omit<Known, "shapes"> {
  keep: KeepOutline;
  /** A state that could not be handed over. */
  lost(): void;
  /** The outline could not be made. */
  failed(): void;
  listen(types: readonly (keyof WindowEventMap)[], handle: () => void): void;
  signal: AbortSignal;
}

export function createOutlines(options: OutlinesOptions): Outlines {
  const { keep, lost, failed, listen, signal } = options;
  let shapes = createShapes();
  let hashes = new Map<number, string>();
  /** The last that was made, and the last that steps may cite. */
  let made: PageState | null = null;
  let cited: { state: PageState; hash: string } | null = null;
  let elements = -1;
  // Kept, so that the browser counts only where something has changed.
  const all = below(document);
  let lookedAt = Number.NEGATIVE_INFINITY;
  let touchedAt = Number.NEGATIVE_INFINITY;

  function* make(): Generator<undefined, PageState | null> {
    if (shapes.size > mostShapes) {
      shapes = createShapes();
      hashes = new Map();
      made = null;
    }
    elements = elementsOf(document).length;
    return yield* makeState({ ...options, shapes });
  }
  const done = (state: PageState | null) => {
    if (!state) return;
    const isNew = state.key !== made?.key;
    const { nodes } = state;
    state.nodes = [];
    made = state;
    // The same nodes, but not always the same elements.
    if (isNew || !cited) void handOver(state, nodes);
    else if (cited.state.key === state.key) cited = { state, hash: cited.hash };
  };
  const slices = createSlices({ make, done, failed, signal });

  async function handOver(state: PageState, nodes: PageState["nodes"]): Promise<void> {
    const [mine, known] = [shapes, hashes.get(state.key)];
    try {
      let hash = known ? (await keep({ again: known }))?.hash : undefined;
      if (!hash && !signal.aborted) hash = (await keep({ nodes }))?.hash;
      if (!hash || signal.aborted || mine !== shapes) return;
      hashes.set(state.key, hash);
      if (made?.key === state.key) cited = { state: made, hash };
    } catch {
      // Nothing is cited until the state of then is handed over, be it the same.
      cited = null;
      if (!signal.aborted) lost();
    }
  }

  const touch = () => {
    touchedAt = performance.now();
    followRequests();
    slices.start();
  };
  /** Before an act there is a hand on its way: has the page changed by itself since? */
  const look = () => {
    const now = performance.now();
    if (now - lookedAt < lookEvery) return;
    lookedAt = now;
    if (!slices.isRunning() && all.length !== elements) slices.start();
  };

  const requests = new PerformanceObserver(() => {
    if (performance.now() - touchedAt > aftermath) requests.disconnect();
    else slices.start();
  });
  /** What an act asked for has come; whatever comes later is nobody's act. */
  const followRequests = () => requests.observe({ type: "resource" });
  signal.addEventListener("abort", () => requests.disconnect(), { once: true });

  listen(["load", "DOMContentLoaded", "pageshow"], touch);
  listen(["pointerover", "focusin", "wheel"], look);
  // What is being walked is about to become another.
  listen(["pointerdown", "keydown"], () => slices.isRunning() && slices.start());
  if (readyState(document) !== "loading") touch();

  return {
    cite(element) {
      if (!cited) return undefined;
      try {
        return { hash: cited.hash, node: element ? cited.state.nodeOf(element) : null };
      } catch {
        // The step is worth more than its place in the outline.
        failed();
        return undefined;
      }
    },
    touch,
    watch() {
      const before = made;
      touch();
      return () =>
        before && made && made !== before && !slices.isRunning() ? differenceOf(before, made) : undefined;
    },
  };
}
