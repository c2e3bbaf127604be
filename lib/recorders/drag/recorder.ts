// Drags: by the browser's own drag and drop, or by a page that follows the pointer. Source and goal, no way between.
import type { StepOf } from "../../../schemas/step.ts";
import { actedOn, draggedFrom } from "../../dom/acted-on.ts";
import type { Outcome } from "../../dom/effect.ts";
import { commandOf } from "../../dom/key-class.ts";
import { boxOf, isConnected, localName, parentNode } from "../../dom/native.ts";
import { seenAround } from "../../dom/seen-around.ts";
import { originOf } from "../../dom/shadow.ts";
import { beneath, type Dragged } from "../../dom/under-pointer.ts";
import { isUnsteady } from "../click/recorder.ts";
import { hearing } from "../hearing.ts";
import { isNativeRange, type Press } from "../press.ts";
import { begin, type Recording } from "../recording.ts";

type How = StepOf<"drag">["how"];

/** What a drop does is there a moment later. */
const settled = 250;

/** How far up what comes with a drag is put. */
const up = 16;

interface Source extends Dragged {
  press: Press | null;
  opening: ReturnType<typeof begin>;
  outcome: () => Outcome;
  cancelled: boolean;
}

interface Dropped {
  element: Element;
  step: StepOf<"drag">;
  outcome: () => Outcome;
}

/** Describes the source as it is pressed and the goal as it is let go, before the page moves either. */
export function startDrag(recording: Recording, signal: AbortSignal): void {
  const { listen, holdOne } = hearing(recording, signal);
  let source: Source | null = null;
  let native = false;
  const dropped = holdOne<Dropped>(
    ({ step, element, outcome }) => recording.emit({ ...step, ...outcome() }, "soon", element),
    ["pointer"],
  );

  listen(["pointerdown"], (event) => {
    if (!event.isPrimary) return;
    const { press } = recording;
    source = null;
    native = false;
    if (press?.button === 0 && !isNativeRange(press.element)) source = sourceOf(press);
  });
  listen(["pointerup"], (event) => {
    const ended = native ? null : source;
    if (!ended?.press || !event.isPrimary) return;
    source = null;
    if (!recording.trail.wasDrag(event) || isUnsteady(event, ended.press)) return;
    const at = { x: event.clientX, y: event.clientY };
    finish("pointer", ended, ended.cancelled ? null : beneath(at, ended));
  });
  listen(["pointercancel"], () => {
    // The browser took over: for a drag of its own, which began already, or to scroll.
    if (!native) source = null;
  });
  listen(["keydown"], (event) => {
    if (source && commandOf(event, "outside") === "cancel") source.cancelled = true;
  });

  listen(["dragstart"], (event) => {
    const element = originOf(event);
    const pressed = source;
    source = null;
    native = true;
    if (!element || recording.secrets.holds(element) || recording.press === null) return;
    // What is marked as draggable is what is dragged, whatever was pressed in it.
    const known = pressed?.element === element ? pressed.opening : begin(recording, event.timeStamp, element);
    const at = pressed?.opening.at ?? known.at;
    source = { ...sourceAt(recording.press, element), opening: { ...known, at } };
  });
  listen(["drop"], (event) => {
    // Without a source it comes from outside of the page: what it does there is told by others.
    if (!native || !source) return;
    const ended = source;
    source = null;
    finish("native", ended, originOf(event));
  });
  listen(["dragend"], () => {
    const ended = source;
    source = null;
    // Nothing took it, or something in another frame did.
    if (native && ended) finish("native", ended, null);
    native = false;
  });

  function sourceOf(press: Press): Source {
    const element = draggedFrom(press.origin);
    const same = element === press.element;
    const opening = same ? press.opening : { ...press.opening, target: recording.describe(element) };
    return { ...sourceAt(press, element), opening };
  }

  const sourceAt = (press: Press, element: Element) => ({
    press,
    element,
    box: boxOf(element),
    before: seenAround(element, up),
    opening: press.opening,
    outcome: watchPlace(element, press),
    cancelled: false,
  });

  function finish(how: How, { element, opening, outcome }: Source, under: Element | null): void {
    dropped.flush();
    if (recording.secrets.holds(element)) return;
    const onto = under && ontoOf(under);
    const step: StepOf<"drag"> = {
      kind: "drag",
      ...opening,
      ...(onto && { onto: recording.describe(onto) }),
      effect: "nothing",
      how,
    };
    dropped.keep({ element, step, outcome }, settled);
  }

  function ontoOf(under: Element): Element | null {
    const onto = actedOn(under);
    // What is in another frame is for that frame to say.
    if (/^(iframe|frame|object|embed)$/.test(localName(onto))) return null;
    return recording.secrets.holds(under) || recording.secrets.holds(onto) ? null : onto;
  }
}

/** Whether what was dragged is elsewhere afterwards; else what a press may do. */
function watchPlace(element: Element, press: Press): () => Outcome {
  const parent = parentNode(element);
  const { x, y } = boxOf(element);
  return () => {
    const told = press.take()();
    if (told.effect !== "nothing") return told;
    if (!isConnected(element) || parentNode(element) !== parent) return { effect: "changed" };
    const now = boxOf(element);
    return { effect: Math.hypot(now.x - x, now.y - y) > 1 ? "changed" : "nothing" };
  };
}
