// The list of recorders. One line each; the schema of each is listed in schemas.ts.
import type { KindName } from "../../schemas/step.ts";
import { effectSearches } from "../dom/effect.ts";
import { keepSearches } from "../dom/searches.ts";
import { originOf } from "../dom/shadow.ts";
import { startChoose } from "./choose/recorder.ts";
import { startClick } from "./click/recorder.ts";
import { startClipboard } from "./clipboard/recorder.ts";
import { startDrag } from "./drag/recorder.ts";
import { hearing } from "./hearing.ts";
import { startHover } from "./hover/recorder.ts";
import { startNavigate } from "./navigate/recorder.ts";
import { startPointer } from "./pointer/recorder.ts";
import { readPress } from "./press.ts";
import type { Recording } from "./recording.ts";
import { startScroll } from "./scroll/recorder.ts";
import { startShortcut } from "./shortcut/recorder.ts";
import { startSubmit } from "./submit/recorder.ts";
import { startSwitch } from "./switch/recorder.ts";
import { startTyping } from "./typing/recorder.ts";

export type StartRecorder = (recording: Recording, signal: AbortSignal) => void;

export const recorders: Record<KindName, StartRecorder> = {
  click: startClick,
  drag: startDrag,
  hover: startHover,
  typing: startTyping,
  shortcut: startShortcut,
  choose: startChoose,
  submit: startSubmit,
  scroll: startScroll,
  navigate: startNavigate,
  switch: startSwitch,
  clipboard: startClipboard,
  pointer: startPointer,
};

/** Starts the recorders of the kinds that were agreed to. They end with the signal. */
export function startRecorders(recording: Recording, signal: AbortSignal): void {
  const { listen, listenInside } = hearing(recording, signal);
  const { roots, secrets, trail, config } = recording;
  const failed = () => recording.drop("recorder-error");
  const searches = keepSearches({ first: effectSearches, failed, signal });
  recording.searches = searches;
  listen(["pointerover", "focusin"], searches.look);
  listen(["click"], () => searches.renew());
  // First of all listeners: a "show password" button has not had its effect yet.
  listen(["pointerdown", "keydown", "focusin", "wheel"], (event) => {
    roots.meet(event);
    if (event.type !== "wheel") secrets.mark(originOf(event));
  });
  listen(["pointerdown"], (event) => {
    trail.press(event);
    recording.press?.over();
    recording.press = null;
    recording.press = readPress(recording, event, signal);
  });
  listen(["pointermove"], trail.move);
  listen(["pointerup"], trail.release);
  listenInside(["selectstart"], trail.select);
  secrets.mark(null);
  for (const kind of config.kinds) recorders[kind](recording, signal);
}
