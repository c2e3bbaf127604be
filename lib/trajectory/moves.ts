// Moves between tabs and tools. Each page tells for itself when it is left and when it is come to; here the two ends
// of one move become one step.
import type { StepOf } from "../../schemas/step.ts";
import type { NumberedStep } from "../../schemas/trajectory.ts";

type Switch = NumberedStep & { step: StepOf<"switch"> };

/** Left, and within this time come to another page: one move. In milliseconds. */
const oneMove = 1000;
/** Two processes tell of one move in either order: this late for two pages of one tool, which may be one page. */
const eitherOrder = 500;
/** A tool that is left when the person is in another one already was left before: the page told of it late. */
const late = 2000;
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
  for (const other of ordered.slice(0, position).reverse()) {
    const before = at - other.step.at;
    if (before > late) break;
    if (isNewTab(other) && before <= oneMove) return true;
    if (!isComing(other)) continue;
    // The last coming before it: the other end of this move, or that of one before.
    if (
      before <= (other.step.tool === leaving.step.tool ? eitherOrder : late) &&
      !isClaimed(other, leaving, ordered)
    )
      return true;
    break;
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

/** Whether a leaving before it is its other end already. */
const isClaimed = (coming: Switch, by: Switch, ordered: readonly NumberedStep[]): boolean =>
  ordered.some(
    (earlier) =>
      earlier !== by &&
      isLeaving(earlier) &&
      earlier.step.at <= coming.step.at &&
      coming.step.at - earlier.step.at <= oneMove,
  );
