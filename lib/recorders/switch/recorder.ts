// Leaving a tool's page and coming back to it: that, and nothing of where else the person was.
import type { StepOf } from "../../../schemas/step.ts";
import { hasFocus, isHidden } from "../../dom/native.ts";
import { hearing } from "../hearing.ts";
import { begin, type Recording } from "../recording.ts";

/** A window that is back this soon, in milliseconds, was not left: a dialog of the browser stood over it. */
const blink = 1000;

/**
 * Only the top document speaks for its tab. It tells when it is left and when it is back; what belongs together, such as
 * leaving one tool for another, is seen when the trajectory closes (lib/trajectory/moves.ts).
 */
export function startSwitch(recording: Recording, signal: AbortSignal): void {
  const { listen, holdOne } = hearing(recording, signal);
  if (window !== window.top) return;
  /** Left when recording begins: a tab that was opened behind another. */
  let away = isHidden(document);
  let unloading = false;
  const stepOf = (to: "tool" | "elsewhere", timeStamp: number): StepOf<"switch"> => ({
    kind: "switch",
    ...begin(recording, timeStamp),
    effect: "nothing",
    to,
  });
  /** The window has lost the focus and is still to be seen; nobody knows yet for how long. */
  const held = holdOne<{ step: StepOf<"switch"> }>(
    ({ step }) => {
      // It went into a frame of this page: Firefox says so only after the blur.
      if (!isHidden(document) && hasFocus(document)) away = false;
      else recording.emit(step, "now");
    },
    ["choose"],
  );

  const leave = (timeStamp: number) => {
    if (away || unloading) return;
    away = true;
    held.keep({ step: stepOf("elsewhere", timeStamp) }, blink);
    // A hidden page may not come back.
    if (isHidden(document)) held.flush();
  };
  const come = (timeStamp: number) => {
    if (!away || isHidden(document)) return;
    away = false;
    if (!held.drop()) recording.emit(stepOf("tool", timeStamp), "soon");
  };

  listen(["visibilitychange" as "blur"], ({ timeStamp }) => {
    if (isHidden(document)) leave(timeStamp);
    else come(timeStamp);
    if (isHidden(document)) held.flush();
  });
  listen(["blur"], ({ timeStamp, target }) => {
    // Fields lose the focus too; and it may have gone into a frame of this page, of whatever origin.
    if (!(target instanceof Node) && !hasFocus(document)) leave(timeStamp);
  });
  listen(["focus"], ({ timeStamp }) => come(timeStamp));
  // The next page of this tab is no leaving; nor is the end of the tab, which nobody can tell from it.
  listen(["pagehide"], () => {
    unloading = true;
    held.drop();
  });
  listen(["pageshow"], () => {
    unloading = false;
    away = isHidden(document);
  });
}
