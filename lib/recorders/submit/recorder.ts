// Sending forms: a form that a person's act really sent, by the browser or by the page's own code.
import type { Effect, StepOf } from "../../../schemas/step.ts";
import { controlOf } from "../../dom/control.ts";
import { attribute, findAll } from "../../dom/native.ts";
import { focusedElement, originOf } from "../../dom/shadow.ts";
import { hearing } from "../hearing.ts";
import { begin, type Recording } from "../recording.ts";

/** A page that sends a form in answer to an act does so within this time. */
const answer = 1000;

interface Sent {
  step: StepOf<"submit">;
  form: HTMLFormElement;
  event: SubmitEvent;
}

/** Emits once the page has had the event, when it is known whether it keeps the form for itself. */
export function startSubmit(recording: Recording, signal: AbortSignal): void {
  const { listen, listenInside, holdOne } = hearing(recording, signal);
  let actAt = Number.NEGATIVE_INFINITY;
  const sent = holdOne<Sent>(({ step, form, event }) =>
    recording.emit({ ...step, effect: effectOf(form, event) }, "now", form),
  );

  listen(["click", "keydown", "paste", "drop"], (event) => {
    actAt = event.timeStamp;
  });
  // A list that the system draws tells of nothing else. Text can be put into a field by a script, as if by hand.
  listenInside(["input", "change"], (event) => {
    const origin = originOf(event);
    if (origin && controlOf(origin)) actAt = event.timeStamp;
  });
  listenInside(["submit"], (event) => {
    const [form] = event.composedPath();
    // What a script sends by itself is nobody's act.
    if (!(form instanceof HTMLFormElement) || event.timeStamp - actAt > answer) return;
    const focused = focusedElement();
    if (recording.secrets.holds(form) || (focused && recording.secrets.holds(focused))) return;
    sent.flush();
    const common = begin(recording, event.timeStamp, form);
    sent.keep({ step: { kind: "submit", ...common, effect: "nothing" }, form, event }, 0);
  });
}

function effectOf(form: HTMLFormElement, event: SubmitEvent): Effect {
  const method = attribute(event.submitter ?? form, "formmethod") ?? attribute(form, "method");
  if (event.defaultPrevented) return findAll(form, "[aria-invalid=true]").length > 0 ? "invalid" : "nothing";
  return method?.toLowerCase() === "dialog" ? "closed" : "navigated";
}
