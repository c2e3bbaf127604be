// Whose a trace's time is: of the page's main thread, and of it what an extension's scripts took. Pure.
import type { InputKind } from "./inputs.ts";
import { sum } from "./statistics.ts";
import type { TraceEvent } from "./trace.ts";

/** Times in microseconds of the thread. */
export interface Stretch {
  seconds: number;
  /** All tasks of the page's main thread. */
  task: number;
  /** Script of the subject: listeners, timers, replies; without its idle work. */
  script: number;
  /** What it does in idle and background callbacks, piece by piece. */
  slices: number[];
  /** Listener time of each input, in the order of the inputs. */
  listeners: number[];
  /** Most script of the subject in one task. */
  longest: number;
  /** How often the subject ran, whatever woke it. */
  wakeUps: number;
}

/** Which events belong to an input of a kind; the pointer's way to a click is moves, and not the click's. */
const belongs: Record<InputKind, (type: string) => boolean> = {
  move: (type) => /^(pointer|mouse)(raw|move|over|out|enter|leave)/.test(type),
  key: (type) => /^(key|beforeinput|input|textInput|selectionchange|composition)/.test(type),
  click: (type) => !/^(pointer|mouse)(raw|move|over|out|enter|leave)|^scroll/.test(type),
  wheel: (type) => /^(wheel|mousewheel|scroll)/.test(type),
};

/** The event with which an input of a kind begins. */
const first: Record<InputKind, string> = {
  move: "pointermove",
  key: "keydown",
  click: "pointerdown",
  wheel: "wheel",
};

const scripts = ["FunctionCall", "EvaluateScript", "v8.compile"];
const extension = "chrome-extension://";
const idle = ["FireIdleCallback", "RunPostTaskCallback"];

const end = ({ ts, dur }: TraceEvent): number => ts + (dur ?? 0);
const cost = ({ tdur, dur }: TraceEvent): number => tdur ?? dur ?? 0;

/** Events that are not inside another of the list, which is in the order of time. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let until = Number.NEGATIVE_INFINITY;
  return events.filter((event) => {
    if (event.ts < until) return false;
    until = end(event);
    return true;
  });
}

/** For each event the one of the outer list that it lies in. Both are in the order of time. */
function inside(events: readonly TraceEvent[], outer: readonly TraceEvent[]): (TraceEvent | undefined)[] {
  let at = 0;
  return events.map((event) => {
    while (at < outer.length && end(outer[at]!) < end(event)) at++;
    const one = outer[at];
    return one && one.ts <= event.ts ? one : undefined;
  });
}

/** The page's main thread is the one that set the marks. Its complete events, in the order of time. */
export function mainThread(events: readonly TraceEvent[]): { thread: TraceEvent[]; marks: TraceEvent[] } {
  const marks = events.filter(({ cat, name }) => cat === "blink.user_timing" && /^(begin|end)-/.test(name));
  const [mark] = marks;
  if (!mark) throw new Error("The trace has no marks.");
  const thread = events
    .filter(({ ph, pid, tid }) => ph === "X" && pid === mark.pid && tid === mark.tid)
    .sort((a, b) => a.ts - b.ts || end(b) - end(a));
  return { thread, marks };
}

export interface Between {
  from: number;
  to: number;
  /** What the person did meanwhile, if anything. */
  kind?: InputKind;
}

/** The figures of one stretch of the main thread. */
export function attribute(thread: readonly TraceEvent[], { from, to, kind }: Between): Stretch {
  const all = thread.filter(({ ts }) => ts >= from && ts < to);
  const named = (names: readonly string[]) => all.filter(({ name }) => names.includes(name));
  const tasks = outermost(named(["RunTask"]));
  const dispatches = outermost(named(["EventDispatch"]));
  const own = outermost(named(scripts).filter(({ args }) => args.data?.url?.startsWith(extension)));
  const byIdle = inside(own, outermost(named(idle)));
  const busy = own.filter((_, n) => !byIdle[n]);
  const perTask = new Map<TraceEvent | undefined, number>();
  inside(own, tasks).forEach((task, n) => {
    perTask.set(task, (perTask.get(task) ?? 0) + cost(own[n]!));
  });
  return {
    seconds: (to - from) / 1e6,
    task: sum(tasks.map(cost)),
    script: sum(busy.map(cost)),
    slices: own.filter((_, n) => byIdle[n]).map(cost),
    listeners: kind ? perInput(busy, dispatches, kind) : [],
    longest: Math.max(0, ...perTask.values()),
    wakeUps: own.length,
  };
}

export interface ByCause {
  cause: string;
  count: number;
  microseconds: number;
  longest: number;
}

/** The subject's time by what called it: an event's type, a timer, an idle moment and the function called in it. */
export function byCause(thread: readonly TraceEvent[], { from, to }: Between): ByCause[] {
  const all = thread.filter(({ ts }) => ts >= from && ts < to);
  const causes = outermost(all.filter(({ name }) => ["EventDispatch", "TimerFire", ...idle].includes(name)));
  const own = outermost(
    all.filter(({ name, args }) => scripts.includes(name) && args.data?.url?.startsWith(extension)),
  );
  const found = new Map<string, ByCause>();
  inside(own, causes).forEach((outer, n) => {
    const { functionName = "", lineNumber = 0 } = own[n]!.args.data ?? {};
    const called = functionName && !outer?.args.data?.type ? ` ${functionName}:${lineNumber}` : "";
    const cause = `${outer?.args.data?.type ?? outer?.name ?? "a reply or a promise"}${called}`;
    const one = found.get(cause) ?? { cause, count: 0, microseconds: 0, longest: 0 };
    const took = cost(own[n]!);
    found.set(cause, {
      cause,
      count: one.count + 1,
      microseconds: one.microseconds + took,
      longest: Math.max(one.longest, took),
    });
  });
  return [...found.values()].sort((a, b) => b.microseconds - a.microseconds);
}

function perInput(own: readonly TraceEvent[], dispatches: readonly TraceEvent[], kind: InputKind): number[] {
  const starts = dispatches.filter(({ args }) => args.data?.type === first[kind]).map(({ ts }) => ts);
  const times = starts.map(() => 0);
  inside(own, dispatches).forEach((dispatch, n) => {
    if (!dispatch || !belongs[kind](dispatch.args.data?.type ?? "")) return;
    const at = starts.findLastIndex((start) => start <= dispatch.ts);
    if (at >= 0) times[at]! += cost(own[n]!);
  });
  return times;
}

/** The stretch between two marks of a name. */
export function marked(marks: readonly TraceEvent[], name: string): { from: number; to: number } {
  const of = (edge: string) => marks.find((mark) => mark.name === `${edge}-${name}`)?.ts;
  const [from, to] = [of("begin"), of("end")];
  if (from === undefined || to === undefined) throw new Error(`The trace lacks the marks of ${name}.`);
  return { from, to };
}
