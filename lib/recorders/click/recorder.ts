// Clicks: which presses and which clicks without a press are one. What becomes of them is in waiting.ts.
import type { StepOf } from "../../../schemas/step.ts";
import { actedOn } from "../../dom/acted-on.ts";
import { watchOutcome } from "../../dom/effect.ts";
import { boxOf, fits, holdsNode } from "../../dom/native.ts";
import { focusedElement, originOf } from "../../dom/shadow.ts";
import { hearing } from "../hearing.ts";
import { isShown, type Press } from "../press.ts";
import { begin, type Recording } from "../recording.ts";
import { isSubmitter } from "./leaves-page.ts";
import { createWaiting } from "./waiting.ts";

type Button = StepOf<"click">["button"];

/** A press and its menu are no further apart than this: a finger is held, Windows waits for the release. */
const longestPress = 2000;
const toggles = "input[type=checkbox],input[type=radio]";
const controls =
  "a,button,summary,label,input,select,textarea,[role=button],[role=link],[role=tab],[role=option]";

/** Emits a click a moment later, when its effect and its count are known; at once if it may unload the page. */
export function startClick(recording: Recording, signal: AbortSignal): void {
  const { listen, later } = hearing(recording, signal);
  const waiting = createWaiting(recording, signal);
  let labelled: { control: Element; at: number } | null = null;
  /** Looks whether the last press got its click. */
  let miss = () => {};

  listen(["click", "auxclick", "contextmenu"], (event) => {
    // The right button tells of itself twice: its menu is the act. Those after it go through the history.
    if (event.type === "auxclick" && event.button !== 1) return;
    const origin = originOf(event);
    const press = pressOf(event);
    if (press) press.clicked = true;
    // Of a busy page the next click comes before the timer.
    miss();
    if (!origin || isSecret(event, origin) || isNoClick(event, press) || isToggle(event, origin)) return;
    const element = elementOf(origin, press);
    if (recording.secrets.holds(element) || isEcho(event, element)) return;
    if (element !== origin && !holdsNode(element, origin))
      labelled = { control: element, at: event.timeStamp };
    const described = press?.element === element ? press : null;
    waiting.take({
      event,
      element,
      button: buttonOf(event),
      opening: described?.opening ?? begin(recording, event.timeStamp, element),
      outcome: described?.take() ?? watchOutcome(element, { ...recording, signal }),
    });
  });

  // What the page removes as it is pressed gets no click, or its parent does.
  listen(["pointerup"], (event) => {
    const { press } = recording;
    if (press?.button !== 0 || isNoClick(event, press)) return;
    miss();
    miss = () => {
      miss = () => {};
      if (press.clicked || isShown(press.element) || recording.secrets.holds(press.element)) return;
      press.clicked = true;
      waiting.take({ ...press, event, button: "main", outcome: press.take() });
    };
    later(0, miss);
  });

  /** The press that a click comes from; keys make clicks without one. */
  function pressOf(event: MouseEvent): Press | null {
    const { press } = recording;
    if (!press) return null;
    const near = Math.hypot(event.clientX - press.x, event.clientY - press.y);
    if (event.type === "contextmenu")
      return near < 8 && event.timeStamp - press.timeStamp < longestPress ? press : null;
    return event.detail > 0 && event.button === press.button && !press.clicked ? press : null;
  }

  /** Enter in a secret field presses the form's button: that is a trace of the field. */
  function isSecret(event: MouseEvent, origin: Element): boolean {
    if (recording.secrets.holds(origin)) return true;
    const active = event.detail === 0 ? focusedElement() : null;
    return active !== null && active !== origin && recording.secrets.holds(active);
  }

  /** Every click on a checkbox or a radio button is a choice, and told as one. */
  const isToggle = (event: MouseEvent, origin: Element): boolean =>
    event.type === "click" && fits(origin, toggles) && recording.config.kinds.includes("choose");

  function isNoClick(event: MouseEvent, press: Press | null): boolean {
    if (event.type === "contextmenu") return false;
    if (event.type === "click" && event.detail === 0) return isEnterInField(event);
    if (recording.trail.wasSelection(event)) return true;
    return recording.trail.wasDrag(event) && !(press && isUnsteady(event, press));
  }

  /** The browser clicks a label's control by itself, in the same moment. */
  function isEcho(event: MouseEvent, element: Element): boolean {
    const echo = labelled?.control === element && event.timeStamp - labelled.at < 50;
    if (echo) labelled = null;
    return echo;
  }
}

/** The page may have removed, hidden or replaced what was pressed; then the click is told to what was around it. */
function elementOf(origin: Element, press: Press | null): Element {
  const element = actedOn(origin);
  if (!press || press.element === element) return element;
  return !isShown(press.element) || holdsNode(element, press.element) ? press.element : element;
}

/** Enter in a field clicks the form's button without a hand on it. */
function isEnterInField(event: MouseEvent): boolean {
  const origin = originOf(event);
  const button = origin && actedOn(origin);
  const focused = button && isSubmitter(button) ? focusedElement() : null;
  return focused !== null && focused !== button && fits(focused, "input,select");
}

/** The hand shook, or was quick: pressed and let go on one control that stayed where it was. */
export function isUnsteady(event: MouseEvent, press: Press): boolean {
  if (!fits(press.element, controls)) return false;
  const origin = originOf(event);
  if (!origin || actedOn(origin) !== press.element) return false;
  const { x, y, right, bottom } = boxOf(press.element);
  const within = (px: number, py: number) => px >= x && px <= right && py >= y && py <= bottom;
  return within(event.clientX, event.clientY) && within(press.x, press.y);
}

function buttonOf(event: MouseEvent): Button {
  if (event.type === "contextmenu") return "context";
  return event.type === "auxclick" ? "auxiliary" : "main";
}
