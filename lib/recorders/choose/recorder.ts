// Choices in the browser's own controls: one step each, however many events the choosing makes. Never the value.
import type { StepOf } from "../../../schemas/step.ts";
import { chosenIn, controlAt, controlOf, isSameGroup, optionOf } from "../../dom/control.ts";
import { epochOf } from "../../dom/epoch.ts";
import { originOf } from "../../dom/shadow.ts";
import { isChecked } from "../../dom/state.ts";
import { hearing } from "../hearing.ts";
import { begin, type Recording } from "../recording.ts";

/** A choice is made when nothing has changed for so long. */
const rest = 1000;

interface Before {
  element: Element;
  target: StepOf<"choose">["target"];
  chosen: ReadonlySet<Element>;
}
interface Choice {
  element: Element;
  step: StepOf<"choose">;
  chosen: ReadonlySet<Element>;
  lastAt: number;
}

/** A choice ends after a rest, when its control is left, or when another step begins. */
export function startChoose(recording: Recording, signal: AbortSignal): void {
  const { listen, listenInside, later } = hearing(recording, signal);
  const { lookup, secrets } = recording;
  const heard = new WeakSet<Event>();
  let before: Before | null = null;
  let choice: Choice | null = null;
  let cancel = () => {};
  let pressed = false;
  /** Where the last key went down; none since the pointer was used. */
  let keyed: Element | null = null;

  const flush = () => {
    const made = choice;
    choice = null;
    cancel();
    if (!made || secrets.hides(made.element)) return recording.release();
    const option =
      made.step.control === "select" ? optionOf(made.element, made.chosen, lookup) : made.step.option;
    before = null;
    recording.emit({ ...made.step, option }, "soon", made.element);
  };
  // A filter in the page may change the address while the choosing goes on.
  recording.hold({ since: () => choice?.step.at ?? null, flush, survives: ["navigate"] });

  listen(["pointerdown", "keydown", "focusin"], (event) => {
    pressed ||= event.type === "pointerdown";
    const origin = originOf(event);
    const element = origin && controlAt(origin);
    if (event.type !== "focusin") keyed = event.type === "keydown" ? element : null;
    if (choice && element !== choice.element && !isGroupOf(choice, element)) flush();
    if (!element || choice?.element === element || secrets.hides(element)) return;
    // The press that brings the focus has told how the control is.
    if (event.type === "focusin" && pressed && before?.element === element) return;
    // The control as it is before the act: a checkbox has its new state when its click is told.
    before = { element, target: recording.describe(element), chosen: chosenIn(element) };
  });
  listen(["pointerup", "pointercancel"], () => {
    pressed = false;
  });
  listen(["focusout"], (event) => {
    const next = event.relatedTarget instanceof Element ? event.relatedTarget : null;
    if (choice && originOf(event) === choice.element && !isGroupOf(choice, next)) flush();
  });
  // A page may take a checkbox away in its own click, and then no change is ever told.
  listenInside(["click"], (event) => {
    const origin = originOf(event);
    const control = origin && controlOf(origin);
    if (control === "checkbox" || control === "radio") take(event, origin!);
  });
  listenInside(["input", "change"], (event) => {
    const origin = originOf(event);
    const control = origin && controlOf(origin);
    // A file is told of twice, in the same moment.
    const isOther =
      control === "checkbox" || control === "radio" || (control === "file" && event.type === "input");
    if (control && !isOther) take(event, origin!);
  });

  function take(event: Event, element: Element): void {
    if (heard.has(event) || secrets.hides(element)) return;
    heard.add(event);
    const control = controlOf(element)!;
    const byArrow = control === "radio" && keyed !== null && keyed !== element;
    if (choice && choice.element !== element && !(byArrow && isGroupOf(choice, element))) flush();
    choice ??= { element, step: stepOf(event, element), chosen: chosenBefore(element), lastAt: 0 };
    if (choice.element !== element) goTo(choice, event, element);
    choice.lastAt = event.timeStamp;
    cancel();
    if (control === "checkbox" || control === "file" || (control === "radio" && !byArrow)) flush();
    else watch(rest);
  }

  function stepOf(event: Event, element: Element): StepOf<"choose"> {
    const control = controlOf(element)!;
    const common = begin(recording, event.timeStamp);
    const target = targetBefore(element);
    const toggles = control === "checkbox" || control === "radio";
    const changed = !toggles || target.state.includes("checked") !== isChecked(element);
    return {
      kind: "choose",
      ...common,
      target,
      effect: changed ? "changed" : "nothing",
      control,
      option: control === "radio" ? target.name : null,
    };
  }

  /** Arrow keys went on to another radio button of the group. */
  function goTo(open: Choice, event: Event, element: Element): void {
    const { at } = open.step;
    open.element = element;
    open.step = { ...stepOf(event, element), at: Math.min(at, epochOf(event.timeStamp)) };
  }

  /** The control as it was, or as it is with its flag turned back. */
  function targetBefore(element: Element): NonNullable<StepOf<"choose">["target"]> {
    if (before?.element === element && before.target) return before.target;
    const target = recording.describe(element);
    const control = controlOf(element);
    if (control !== "checkbox" && control !== "radio") return target;
    const rested = target.state.filter((flag) => flag !== "checked");
    const wasChecked = control === "checkbox" && !isChecked(element);
    target.state = wasChecked ? [...rested, "checked"] : rested;
    return target;
  }

  const chosenBefore = (element: Element) =>
    before?.element === element ? before.chosen : new Set<Element>();

  const isGroupOf = (open: Choice, element: Element | null): boolean =>
    element !== null &&
    open.step.control === "radio" &&
    controlOf(element) === "radio" &&
    isSameGroup(open.element, element);

  function watch(delay: number): void {
    cancel = later(delay, () => {
      if (!choice) return;
      const left = pressed ? rest : rest - (performance.now() - choice.lastAt);
      if (left > 1) watch(left);
      else flush();
    });
  }
}
