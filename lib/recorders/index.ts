// The list of recorders. One line each; the schema of each is listed in schemas.ts.
import type { KindName } from "../../schemas/step.ts";
import { originOf } from "../dom/acted-on.ts";
import { startClick } from "./click/recorder.ts";
import { startNavigate } from "./navigate/recorder.ts";
import { listen, type Recording } from "./recording.ts";
import { startTyping } from "./typing/recorder.ts";

export type StartRecorder = (recording: Recording, signal: AbortSignal) => void;

export const recorders: Record<KindName, StartRecorder> = {
  click: startClick,
  typing: startTyping,
  navigate: startNavigate,
};

/** Starts the recorders of the kinds that were agreed to. They end with the signal. */
export function startRecorders(recording: Recording, signal: AbortSignal): void {
  // First of all listeners: a "show password" button has not had its effect yet.
  listen(recording, { types: ["pointerdown", "keydown", "focusin"], signal }, (event) => {
    recording.secrets.mark(originOf(event));
  });
  recording.secrets.mark(null);
  for (const kind of recording.config.kinds) recorders[kind](recording, signal);
}
