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
export function mergeMoves(ordered: readonly NumberedStep[]): NumberedStep[] {
  /** Comings that have their other end already. */
  const taken = new Set<NumberedStep>();
  const gone = new Set<NumberedStep>();
  ordered.forEach((leaving, position) => {
    if (!isLeaving(leaving)) return;
    const end =
      endBefore(leaving, ordered.slice(0, position), taken) ??
      endAfter(leaving, ordered.slice(position + 1), taken);
    if (!end) return;
    gone.add(leaving);
    taken.add(end);
  });
  return ordered.filter((one) => !gone.has(one));
}

/** The last coming or new tab before a leaving that was told of late; none when that has its other end. */
function endBefore({ step }: Switch, earlier: readonly NumberedStep[], taken: ReadonlySet<NumberedStep>) {
  for (const other of earlier.toReversed()) {
    const before = step.at - other.step.at;
    if (before > late) return undefined;
    if (isNewTab(other) && before <= oneMove) return other;
    // Who worked in the tool in between was there, and left it only then.
    if (other.step.tool === step.tool && other.step.kind !== "switch") return undefined;
    if (!isComing(other)) continue;
    const soon = before <= (other.step.tool === step.tool ? eitherOrder : late);
    return soon && !taken.has(other) ? other : undefined;
  }
  return undefined;
}

/** The next coming or new tab, unless the person was somewhere else before it. */
function endAfter({ step }: Switch, following: readonly NumberedStep[], taken: ReadonlySet<NumberedStep>) {
  for (const other of following) {
    const after = other.step.at - step.at;
    if (after > opening) return undefined;
    if (isNewTab(other)) return other;
    if (isComing(other)) return after <= oneMove && !taken.has(other) ? other : undefined;
  }
  return undefined;
}

const isNewTab = ({ step }: NumberedStep): boolean => step.kind === "navigate" && step.how === "new-tab";
