// Arrow keys in a list, menu, tree, grid or row of tabs: a run of them is one step, about where it ended.
import type { StepOf } from "../../../schemas/step.ts";
import { activeDescendant, listAround } from "../../dom/active-descendant.ts";
import { isConnected } from "../../dom/native.ts";
import { focusedElement } from "../../dom/shadow.ts";
import { hearing } from "../hearing.ts";
import { begin, type Recording } from "../recording.ts";

/** Keys after a rest longer than this are a new run. */
const rest = 1000;

interface Run {
  list: Element;
  owner: Element;
  start: Element | null;
  opening: Pick<StepOf<"shortcut">, "at" | "tool" | "frame" | "route">;
  /** Where the run stands, and how it looked there first. */
  end: { element: Element; target: StepOf<"shortcut">["target"] } | null;
  /** Steps forward less steps back. */
  net: number;
  lastAt: number;
}

export interface Moves {
  /** Whether the key is one that moves in a list. */
  take(event: KeyboardEvent, origin: Element, command: "next" | "previous"): boolean;
}

export function followMoves(recording: Recording, signal: AbortSignal): Moves {
  const { listen, later } = hearing(recording, signal);
  let run: Run | null = null;
  let cancel = () => {};

  const flush = () => {
    if (run) look(run);
    const over = run;
    run = null;
    cancel();
    if (!over?.end?.target) return recording.release();
    const { opening, end, net } = over;
    const command = net < 0 ? "previous" : "next";
    const step = { ...opening, target: end.target!, effect: "changed" as const, command };
    recording.emit({ kind: "shortcut", ...step } as StepOf<"shortcut">, "soon", end.element);
  };
  recording.hold({ since: () => run?.opening.at ?? null, flush, survives: [] });
  listen(["keyup"], () => run && look(run));

  return {
    take(event, origin, command) {
      const list = listAround(origin);
      if (!list) return false;
      if (run && (run.list !== list || event.timeStamp - run.lastAt > rest)) flush();
      run ??= {
        list,
        owner: origin,
        start: placeIn(origin),
        opening: begin(recording, event.timeStamp),
        end: null,
        net: 0,
        lastAt: event.timeStamp,
      };
      run.owner = origin;
      run.lastAt = event.timeStamp;
      run.net += command === "next" ? 1 : -1;
      const mine = run;
      later(0, () => run === mine && look(mine));
      cancel();
      cancel = later(rest, flush);
      return true;
    },
  };

  /** Looks where the run stands by now. What came of the keys before is forgotten. */
  function look(at: Run): void {
    const element = placeIn(at.owner);
    if (!element || element === at.end?.element) return;
    if (element === at.start || !isIn(at, element)) {
      if (element === at.start) at.end = null;
      return;
    }
    at.end = recording.secrets.hides(element) ? null : { element, target: recording.describe(element) };
  }

  /** An active descendant, or an element of the same list; the focus may have gone elsewhere by now. */
  function isIn(at: Run, element: Element): boolean {
    return (
      isConnected(element) && (activeDescendant(at.owner) === element || listAround(element) === at.list)
    );
  }
}

function placeIn(owner: Element): Element | null {
  return activeDescendant(owner) ?? focusedElement();
}
