// Copy, cut and paste: that it happened and where. What is on the clipboard is never asked for.
import type { StepOf } from "../../../schemas/step.ts";
import { actedOn } from "../../dom/acted-on.ts";
import { placeOf } from "../../dom/control.ts";
import { fieldOf, lengthOf } from "../../dom/editable.ts";
import { commandOf } from "../../dom/key-class.ts";
import { selectedElement, selects } from "../../dom/selection.ts";
import { focusedElement, originOf } from "../../dom/shadow.ts";
import { hearing } from "../hearing.ts";
import { begin, type Recording } from "../recording.ts";

const acts = { copy: "copied", cut: "cut", paste: "pasted" } as const;
/** The browser obeys keys within this time, and a page answers a press within it. */
const answer = 1000;

interface Pending {
  step: StepOf<"clipboard">;
  element: Element;
  event: Event;
}

/** Only what the person did: by keys, by the browser's menu, or far from any press that a page could answer. */
export function startClipboard(recording: Recording, signal: AbortSignal): void {
  const { listen, holdOne } = hearing(recording, signal);
  let commandAt = Number.NEGATIVE_INFINITY;
  let pressAt = Number.NEGATIVE_INFINITY;
  let fromMenu = false;
  const pending = holdOne<Pending>(({ step, element, event }) => {
    // The event comes before the text: how long the field is now is known only after it.
    if (step.act === "pasted") return recording.emit({ ...step, length: lengthOf(element) }, "soon", element);
    // With nothing selected only a page that copies by itself does anything.
    if (event.defaultPrevented) recording.emit(step, "soon", element);
    else recording.release();
  });

  listen(["keydown"], (event) => {
    const origin = originOf(event);
    const command = origin && commandOf(event, placeOf(origin));
    fromMenu = false;
    if (/^(copy|cut|paste)$/.test(command ?? "")) commandAt = event.timeStamp;
    else if (command || !event.ctrlKey) pressAt = event.timeStamp;
  });
  listen(["pointerdown", "click"], (event) => {
    fromMenu = false;
    pressAt = event.timeStamp;
  });
  listen(["contextmenu"], () => {
    fromMenu = true;
  });
  listen(["copy", "cut", "paste"], (event) => {
    const origin = originOf(event);
    if (!origin || !isPersons(event) || recording.secrets.hides(origin)) return;
    const act = acts[event.type as keyof typeof acts];
    const field = fieldOf(origin);
    const element = field ?? selectedElement() ?? focused() ?? actedOn(origin);
    if (recording.secrets.hides(element)) return;
    pending.flush();
    const step: StepOf<"clipboard"> = {
      kind: "clipboard",
      ...begin(recording, event.timeStamp, element),
      effect: act === "copied" ? "nothing" : "changed",
      act,
      // A paste's source is known when the trajectory closes (lib/trajectory/clipboard-source.ts).
      from: null,
    };
    const isMade = act === "pasted" ? !field : selects(field);
    if (isMade) return recording.emit(step, "soon", element);
    pending.keep({ step, element, event }, 0);
  });

  /** A page's button may copy by script, and the event is trusted all the same. */
  function isPersons({ timeStamp }: Event): boolean {
    if (timeStamp - commandAt < answer) return commandAt >= pressAt;
    return fromMenu || timeStamp - pressAt > answer;
  }

  const focused = (): Element | null => {
    const element = focusedElement();
    return element && element !== document.body ? element : null;
  };
}
