// Typing: a burst in one field becomes one step. Which keys and what text is never known here.
import type { Effect } from "../../../schemas/step.ts";
import { fieldOf, isOneLine, isOwnEditor, lengthOf } from "../../dom/editable.ts";
import { createKeyReader } from "../../dom/key-class.ts";
import { attribute, hasFocus } from "../../dom/native.ts";
import { originOf } from "../../dom/shadow.ts";
import { begin, later, listen, type Recording, type Urgency } from "../recording.ts";
import { type Burst, createBurst } from "./burst.ts";
import type { KeyClass } from "./schema.ts";

/** A pause longer than this ends a burst. */
const pause = 2000;
const writes: ReadonlySet<KeyClass> = new Set<KeyClass>(["text", "digit", "space", "delete", "enter"]);

/** Ends a burst after a pause, when the field is left, on Enter in a one-line field, and with the page. */
export function startTyping(recording: Recording, signal: AbortSignal): void {
  const reader = createKeyReader();
  let burst: Burst | null = null;
  let cancel = () => {};

  const end = (urgency: Urgency) => {
    const ended = burst;
    burst = null;
    cancel();
    // A field that turned secret takes its whole burst with it.
    if (!ended?.edited || recording.secrets.holds(ended.field)) return;
    const effect: Effect =
      !ended.invalid && attribute(ended.field, "aria-invalid") === "true" ? "invalid" : "changed";
    recording.emit({ ...ended.opening, ...ended.measures(), length: lengthOf(ended.field), effect }, urgency);
  };
  recording.hold({
    since: () => burst?.opening.at ?? null,
    flush: () => end("soon"),
    // A search that follows each key changes the address while the person goes on typing.
    survives: ["navigate"],
  });

  listen(recording, { types: ["keydown"], signal }, (event) => {
    if (event.repeat) return touch(event);
    const { keyClass, slot } = reader.press(event);
    const open = burstFor(event);
    if (!open) return;
    open.press(keyClass, slot, event.timeStamp);
    if (writes.has(keyClass) && isOwnEditor(open.field)) open.edited = true;
    if (keyClass === "enter" && isOneLine(open.field)) end("now");
    else if (open.isFull()) end("soon");
  });
  listen(recording, { types: ["keyup"], signal }, (event) => {
    const slot = reader.release(event);
    if (slot !== null) burst?.release(slot, event.timeStamp);
  });
  listen(recording, { types: ["input"], signal }, (event) => {
    const open = burstFor(event);
    if (!open) return;
    open.edited = true;
    open.lastAt = event.timeStamp;
  });
  listen(recording, { types: ["pointerdown", "focusin"], signal }, (event) => {
    const origin = originOf(event);
    if (burst && origin && fieldOf(origin) !== burst.field) end("soon");
  });
  listen(recording, { types: ["focusout"], signal }, (event) => {
    const origin = originOf(event);
    if (burst && origin && fieldOf(origin) === burst.field) end("soon");
  });
  listen(recording, { types: ["blur"], signal }, () => {
    if (hasFocus(document)) return;
    reader.forget();
    end("soon");
  });

  function touch(event: KeyboardEvent): void {
    if (burst) burst.lastAt = event.timeStamp;
  }

  /** The burst that an event belongs to; null in a secret field and outside of fields. */
  function burstFor(event: Event): Burst | null {
    const origin = originOf(event);
    const field = origin && fieldOf(origin);
    if (!origin || !field) return null;
    if (recording.secrets.holds(field) || (origin !== field && recording.secrets.holds(origin))) {
      if (burst?.field === field) discard();
      return null;
    }
    if (burst && (burst.field !== field || event.timeStamp - burst.lastAt > pause)) end("soon");
    if (!burst) {
      burst = createBurst(field, openingOf(event, field), event.timeStamp);
      watch(pause);
    }
    return burst;
  }

  const openingOf = (event: Event, field: Element): Burst["opening"] => ({
    kind: "typing",
    ...begin(recording, event.timeStamp, field),
  });

  function discard(): void {
    burst = null;
    cancel();
  }

  /** One timer a burst: it looks how long the pause is by now, instead of being set anew by every key. */
  function watch(delay: number): void {
    cancel = later(recording, { delay, signal }, () => {
      if (!burst) return;
      const left = pause - (performance.now() - burst.lastAt);
      if (left > 0) watch(left);
      else end("soon");
    });
  }
}
