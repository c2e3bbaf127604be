// Typing: a burst in one field becomes one step. Which keys and what text is never known here.
import { clickPath } from "../../dom/click-path.ts";
import { placeOf } from "../../dom/control.ts";
import { fieldOf, isOneLine, isOwnEditor, isRich, isSameField, isSameKind } from "../../dom/editable.ts";
import { commandOf, createKeyReader } from "../../dom/key-class.ts";
import { hasFocus, isConnected } from "../../dom/native.ts";
import { focusedElement, originOf } from "../../dom/shadow.ts";
import { hearing } from "../hearing.ts";
import { begin, type Recording, type Urgency } from "../recording.ts";
import { type Burst, createBurst, writes } from "./burst.ts";
import { watchContext } from "./means.ts";

/** A pause longer than this ends a burst. */
const pause = 2000;
/** Keys of a text, whatever they may be the command of elsewhere. */
const typed = /^(activate|next|previous)$/;

/** Ends a burst after a pause, when the field is left, on Enter in a one-line field, and with the page. */
export function startTyping(recording: Recording, signal: AbortSignal): void {
  const { listen, later } = hearing(recording, signal);
  const reader = createKeyReader();
  const context = watchContext(recording, signal);
  let burst: Burst | null = null;
  let cancel = () => {};

  const end = (urgency: Urgency) => {
    const ended = burst;
    burst = null;
    cancel();
    // A field that turned secret takes its whole burst with it.
    if (!ended?.isEdited() || recording.secrets.holds(ended.field)) return recording.release();
    recording.emit({ ...ended.opening, ...ended.measures() }, urgency, ended.field);
  };
  recording.hold({
    since: () => burst?.opening.at ?? null,
    flush: () => end("soon"),
    // A search that follows each key changes the address while the person goes on typing.
    survives: ["navigate"],
  });

  listen(["keydown"], (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    if (event.repeat) {
      // A key held down writes again and again.
      if (burst) [burst.lastAt, burst.keyed] = [event.timeStamp, true];
      return;
    }
    const { keyClass, slot } = reader.press(event);
    const origin = originOf(event);
    const command = origin && commandOf(event, placeOf(origin));
    if (command && !typed.test(command)) {
      context.commanded(event);
      return end("soon");
    }
    const open = burstFor(event);
    if (!open) return;
    open.press(keyClass, slot, event);
    // There the browser may tell of no edit at all.
    if (writes.test(keyClass) && isOwnEditor(open.field)) open.by.add("keys");
    if (keyClass === "enter" && isOneLine(open.field)) end("now");
    else if (open.isFull()) end("soon");
  });
  listen(["keypress"], (event) => burst?.watch(event));
  listen(["keyup"], (event) => {
    const slot = event instanceof KeyboardEvent ? reader.release(event) : null;
    if (slot !== null) burst?.release(slot, event.timeStamp);
  });
  // An editor may write the text itself and forbid the browser to: then there is no `input`.
  listen(["beforeinput"], (event) => edited(event, isRich));
  listen(["input"], (event) => edited(event, (field) => !isRich(field)));
  listen(["compositionstart", "compositionend"], (event) => {
    const open = burstFor(event);
    if (!open) return;
    open.composing = event.type === "compositionstart";
    open.lastAt = event.timeStamp;
  });
  listen(["pointerdown", "focusin"], (event) => {
    const origin = originOf(event);
    const field = origin && fieldOf(origin);
    if (burst && origin && !isOf(burst, field)) end("soon");
  });
  listen(["focusout"], () => {
    // A field that the page replaces loses the focus, and the new one has it a moment later.
    later(0, () => {
      const focused = focusedElement();
      if (burst && !(focused && isOf(burst, fieldOf(focused)))) end("soon");
    });
  });
  listen(["blur"], () => {
    if (hasFocus(document)) return;
    reader.forget();
    end("soon");
  });
  function edited(event: Event, tells: (field: Element) => boolean): void {
    const origin = originOf(event);
    const field = origin && fieldOf(origin);
    if (!field || !tells(field)) return;
    const means = context.meansOf(event, field, burst?.keyed === true);
    const open = means && burstFor(event);
    if (!open) return;
    open.by.add(means);
    open.keyed = false;
    open.lastAt = event.timeStamp;
  }

  /** Whether the field is the burst's own, or the page has put it in that one's place. */
  function isOf(open: Burst, field: Element | null): boolean {
    if (open.field === field) return true;
    if (!field || isConnected(open.field) || !isSameKind(open.field, field)) return false;
    const path = () => JSON.stringify(clickPath(field, recording.lookup));
    if (!isSameField(open.field, field) && path() !== JSON.stringify(open.opening.target?.path)) return false;
    open.field = field;
    return true;
  }

  /** The burst that an event belongs to; null in a secret field and outside of fields. */
  function burstFor(event: Event): Burst | null {
    const origin = originOf(event);
    const field = origin && fieldOf(origin);
    if (!origin || !field) return null;
    const isOpen = burst?.field === field;
    const isSecret = isOpen ? recording.secrets.holdsAmid(field) : recording.secrets.holds(field);
    if (isSecret || (origin !== field && recording.secrets.holds(origin))) {
      if (isOpen) discard();
      return null;
    }
    const isOver = (open: Burst) => !open.composing && event.timeStamp - open.lastAt > pause;
    if (burst && (!isOf(burst, field) || isOver(burst))) end("soon");
    if (!burst) {
      const opening = { kind: "typing" as const, ...begin(recording, event.timeStamp, field) };
      burst = createBurst(field, opening, event.timeStamp);
      watch(pause);
    }
    return burst;
  }

  function discard(): void {
    burst = null;
    cancel();
    recording.release();
  }

  /** One timer a burst: it looks how long the pause is by now, instead of being set anew by every key. */
  function watch(delay: number): void {
    cancel = later(delay, () => {
      if (!burst) return;
      const left = burst.composing ? pause : pause - (performance.now() - burst.lastAt);
      if (left > 0) watch(left);
      else end("soon");
    });
  }
}
