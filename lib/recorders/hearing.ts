// How recorders hear the person, wait, and hold a step that is not over.
import type { Step } from "../../schemas/step.ts";
import { atWindow } from "../dom/at-window.ts";
import type { Held } from "./order.ts";
import { guarded, type Recording } from "./recording.ts";

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
