// Clicks: single and double, auxiliary and context. A label's click and its control's are one step.
import type { StepOf } from "../../../schemas/step.ts";
import { actedOn } from "../../dom/acted-on.ts";
import { type Outcome, watchOutcome } from "../../dom/effect.ts";
import { holdsNode } from "../../dom/native.ts";
import { focusedElement, originOf } from "../../dom/shadow.ts";
import { begin, later, listen, type Recording } from "../recording.ts";
import { leavesPage } from "./leaves-page.ts";

/** Clicks on one element closer than this are one step with a count. */
const together = 500;
const most = 3;

type Button = StepOf<"click">["button"];

interface Pending {
  element: Element;
  button: Button;
  count: number;
  lastAt: number;
  step: StepOf<"click">;
  outcome: () => Outcome;
  cancel: () => void;
}

/** Emits a click a moment later, when its effect and its count are known; at once if it may unload the page. */
export function startClick(recording: Recording, signal: AbortSignal): void {
  let pending: Pending | null = null;
  let labelled: { control: Element; at: number } | null = null;

  const flush = () => {
    if (!pending) return;
    const { step, count, outcome, cancel } = pending;
    pending = null;
    cancel();
    recording.emit({ ...step, count, ...outcome() }, "soon");
  };
  recording.hold({ since: () => pending?.step.at ?? null, flush, survives: [] });

  listen(recording, { types: ["click", "auxclick", "contextmenu"], signal }, (event) => {
    const origin = originOf(event);
    if (!origin || isSecret(event, origin)) return;
    // The right button tells of itself twice; its menu is the act.
    if (event.type === "auxclick" && event.button === 2) return;
    const element = actedOn(origin);
    if (recording.secrets.holds(element) || isEcho(event, element)) return;
    if (element !== origin && !holdsNode(element, origin))
      labelled = { control: element, at: event.timeStamp };
    take(event, element);
  });

  /** Enter in a secret field presses the form's button: that is a trace of the field. */
  function isSecret(event: MouseEvent, origin: Element): boolean {
    if (recording.secrets.holds(origin)) return true;
    const active = event.detail === 0 ? focusedElement() : null;
    return active !== null && active !== origin && recording.secrets.holds(active);
  }

  /** The browser clicks a label's control by itself, in the same moment. */
  function isEcho(event: MouseEvent, element: Element): boolean {
    const echo = labelled?.control === element && event.timeStamp - labelled.at < 50;
    if (echo) labelled = null;
    return echo;
  }

  function take(event: MouseEvent, element: Element): void {
    const button: Button =
      event.type === "contextmenu" ? "context" : event.type === "auxclick" ? "auxiliary" : "main";
    const again =
      pending?.element === element &&
      pending.button === button &&
      event.timeStamp - pending.lastAt < together &&
      event.detail > 1;
    if (pending && again) {
      pending.count = Math.min(pending.count + 1, most);
      pending.lastAt = event.timeStamp;
      return;
    }
    flush();
    const step: StepOf<"click"> = {
      kind: "click",
      ...begin(recording, event.timeStamp, element),
      effect: "nothing",
      button,
      count: 1,
    };
    if (button !== "context" && leavesPage(element)) {
      recording.emit(step, "now");
      return;
    }
    pending = {
      element,
      button,
      count: 1,
      lastAt: event.timeStamp,
      step,
      outcome: watchOutcome(element, { ...recording, signal }),
      cancel: later(recording, { delay: together, signal }, flush),
    };
  }
}
