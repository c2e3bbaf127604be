// Moves between tabs and tools. Each page tells for itself when it is left and when it is come to; here the two ends
// of one move become one step.
import type { StepOf } from "../../schemas/step.ts";
import type { NumberedStep } from "../../schemas/trajectory.ts";

type Switch = NumberedStep & { step: StepOf<"switch"> };

/** Left, and within this time come to another page: one move. In milliseconds. */
const oneMove = 1000;
/** Two processes tell of one move in either order. */
const eitherOrder = 500;
/** A page that opens in a new tab hides the one that opened it. */
const opening = 2000;

const isSwitch =
  (to: "tool" | "elsewhere") =>
  (one: NumberedStep): one is Switch =>
    one.step.kind === "switch" && one.step.to === to;
const isLeaving = isSwitch("elsewhere");
const isComing = isSwitch("tool");

/** Takes out the leavings that are half of another step. Expects and keeps the order of time. Pure. */
export const mergeMoves = (ordered: readonly NumberedStep[]): NumberedStep[] =>
  ordered.filter((one, position) => !(isLeaving(one) && isHalf(one, position, ordered)));

function isHalf(leaving: Switch, position: number, ordered: readonly NumberedStep[]): boolean {
  const { at } = leaving.step;
  for (let before = position - 1; before >= 0; before--) {
    const other = ordered[before]!;
    if (at - other.step.at > eitherOrder) break;
    if (isOtherEnd(other, leaving, ordered)) return true;
  }
  for (const other of ordered.slice(position + 1)) {
    if (other.step.at - at > opening) return false;
    if (isNewTab(other)) return true;
    // The next coming is the other end, or this was a leaving to somewhere else before it.
    if (isComing(other)) return other.step.at - at <= oneMove;
  }
  return false;
}

const isNewTab = ({ step }: NumberedStep): boolean => step.kind === "navigate" && step.how === "new-tab";

/** A coming, or a new tab, that was told of before the leaving it belongs to, and that no leaving before it claims. */
function isOtherEnd(other: NumberedStep, leaving: Switch, ordered: readonly NumberedStep[]): boolean {
  if (isNewTab(other)) return true;
  if (!isComing(other)) return false;
  // Its own leaving came before it: then this one is another.
  return !ordered.some(
    (earlier) =>
      earlier !== leaving &&
      isLeaving(earlier) &&
      earlier.step.at <= other.step.at &&
      other.step.at - earlier.step.at <= oneMove,
  );
}
