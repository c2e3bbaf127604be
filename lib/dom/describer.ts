// Describes elements: at once what the act may change, in idle slices what needs the names of other elements.
import type { Link, Target } from "../../schemas/target.ts";
import type { Lookup } from "../vocabulary/lookup.ts";
import { inTurn } from "./at-window.ts";
import { clickPath } from "./click-path.ts";
import { nameOf } from "./name.ts";
import { isConnected } from "./native.ts";
import { standsAt } from "./redrawn.ts";
import { roleOf } from "./role.ts";
import { type Begun, beginTarget, finishTarget } from "./target.ts";

/** A slice ends after this many milliseconds: one proof may take 3. */
const slice = 0.5;
/** Waits at most so long for an idle moment. */
const patience = 1000;
/** More that wait at once keep what was proven in the event. */
const mostPending = 64;

interface Pending {
  element: Element;
  begun: Begun;
  /** Other descriptions of the same element, as it was: one proof is for all. */
  same: Target[];
}

export interface Describer {
  /** `now`: the act may destroy the element or unload the page, so nothing is left for later. */
  describe(element: Element, now: boolean): Target;
  /** Finishes everything that was left for later: before targets leave the page. */
  complete(): void;
}

export interface DescriberOptions {
  lookup: Lookup;
  /** Nothing that goes wrong reaches the page; it is counted. */
  failed(): void;
  /** Calls back in an idle moment; tests have their own. */
  idle?: (run: () => void) => void;
}

export function createDescriber({ lookup, failed, idle = whenIdle }: DescriberOptions): Describer {
  const pending = new Set<Pending>();
  let isWaiting = false;
  // Several recorders describe the same element in one event; each may change what it gets.
  const beginInTurn = inTurn((element) => beginTarget(element, lookup));

  function finish(one: Pending): void {
    pending.delete(one);
    const { element, begun, same } = one;
    try {
      const still = stillThere(element, begun);
      if (!still) return;
      finishTarget(still, begun, lookup);
      for (const target of same) target.selectors.splice(0, Infinity, ...begun.target.selectors);
    } catch {
      failed();
    }
  }

  /** The element where it was, or what the page drew in its place; null where the page is another by now. */
  function stillThere(element: Element, { target: { path }, described }: Begun): Element | null {
    if (isConnected(element)) return isSamePath(clickPath(element, lookup), path) ? element : null;
    const again = described.name === null ? null : standsAt(path, lookup);
    return again && roleOf(again) === described.role && nameOf(again, lookup) === described.name
      ? again
      : null;
  }

  function work(): void {
    isWaiting = false;
    const until = performance.now() + slice;
    for (const one of pending) {
      finish(one);
      if (performance.now() >= until) break;
    }
    if (pending.size > 0) wait();
  }

  function begin(element: Element): Begun {
    const { described, target } = beginInTurn(element);
    return { described, target: { ...target, selectors: [...target.selectors], state: [...target.state] } };
  }

  function wait(): void {
    if (isWaiting) return;
    isWaiting = true;
    idle(work);
  }

  return {
    describe(element, now) {
      const begun = begin(element);
      if (now) {
        finishTarget(element, begun, lookup);
        return begun.target;
      }
      // No more after its proof: then the page may have changed.
      const before = [...pending].find((one) => one.element === element && isAlike(one.begun, begun));
      if (before) before.same.push(begun.target);
      else if (pending.size < mostPending) {
        pending.add({ element, begun, same: [] });
        wait();
      }
      return begun.target;
    },
    complete() {
      for (const one of pending) finish(one);
    },
  };
}

const isSamePath = (one: readonly Link[], other: readonly Link[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const isAlike = (one: Begun, other: Begun): boolean =>
  one.described.role === other.described.role &&
  one.described.name === other.described.name &&
  isSamePath(one.target.path, other.target.path);

/** A test's window has no idle moments. */
export function whenIdle(run: () => void): void {
  const wait = (globalThis.requestIdleCallback ?? setTimeout) as typeof requestIdleCallback;
  wait(run, { timeout: patience });
}
