// The page's side, bundled as the extension's own page code is: the real recorders, all events trusted.
import { at, fakeRecording } from "../../../lib/recorders/fake-recording.ts";
import { startRecorders } from "../../../lib/recorders/index.ts";
import type { KindName, Step } from "../../../schemas/step.ts";

export interface InPage {
  stamped: typeof at;
  /** What was recorded since it was asked last. */
  take(): Step[];
  dropped: readonly string[];
}

/** Starts the recorders of these kinds in the document that is there now. */
export function start(kinds: readonly KindName[], signal: AbortSignal): InPage {
  const { recording, steps, dropped } = fakeRecording();
  recording.config.kinds = [...kinds];
  startRecorders(recording, signal);
  return {
    stamped: at,
    dropped,
    take() {
      recording.complete();
      return steps.splice(0);
    },
  };
}
