// Keyboard commands: a named command becomes a step, any other combination only that there was one.
import type { StepOf } from "../../../schemas/step.ts";
import { actedOn } from "../../dom/acted-on.ts";
import { activeDescendant } from "../../dom/active-descendant.ts";
import { placeOf } from "../../dom/control.ts";
import { fieldOf } from "../../dom/editable.ts";
import { type Outcome, watchOutcome } from "../../dom/effect.ts";
import { commandOf } from "../../dom/key-class.ts";
import { originOf } from "../../dom/shadow.ts";
import { hearing } from "../hearing.ts";
import { begin, type Recording } from "../recording.ts";
import { followMoves } from "./moves.ts";
import type { Command } from "./schema.ts";

/** After this time the effect of a command is read. */
const settled = 300;
const clipboardCommands = /^(copy|cut|paste)$/;

interface Pending {
  step: StepOf<"shortcut">;
  element: Element;
  outcome: () => Outcome;
}

/** Emits a command a moment later, when its effect is known. A key held down is one command. */
export function startShortcut(recording: Recording, signal: AbortSignal): void {
  const { listen, holdOne } = hearing(recording, signal);
  const moves = followMoves(recording, signal);
  const pending = holdOne<Pending>(({ step, element, outcome }) =>
    recording.emit({ ...step, ...outcome() }, "soon", element),
  );

  listen(["keydown"], (event) => {
    const origin = originOf(event);
    if (!origin) return;
    const command = commandOf(event, placeOf(origin));
    if (!command || recording.secrets.hides(origin)) return;
    if (command === "next" || command === "previous") {
      if (moves.take(event, origin, command)) return;
      // F3 and Ctrl+G look for the next place of a text; an arrow without a list moves the caret or the page.
      if (!event.ctrlKey && !event.metaKey) return;
    }
    if (event.repeat) return;
    // The clipboard's own step says more.
    if (clipboardCommands.test(command) && recording.config.kinds.includes("clipboard")) return;
    const element = command === "activate" ? activated(origin) : (fieldOf(origin) ?? actedOn(origin));
    if (element) take(event, element, command);
  });

  /** Enter on a button or a link is its click; only where the focus stays on the list's owner it is a command. */
  function activated(owner: Element): Element | null {
    const element = activeDescendant(owner);
    return element && !recording.secrets.holds(element) ? element : null;
  }

  function take(event: KeyboardEvent, element: Element, command: Command): void {
    pending.flush();
    const step: StepOf<"shortcut"> = {
      kind: "shortcut",
      ...begin(recording, event.timeStamp, element),
      effect: "nothing",
      command,
    };
    pending.keep({ step, element, outcome: watchOutcome(element, { ...recording, signal }) }, settled);
  }
}
