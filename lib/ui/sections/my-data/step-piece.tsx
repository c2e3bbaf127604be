// Some rows of the trail. Rendered again only when something of them changed.
import type { NumberedStep } from "../../../../schemas/trajectory.ts";
import { t } from "../../../platform/words.ts";
import { Icon } from "../../icons.tsx";
import { joined, storedDetail } from "../../measure-words.ts";
import { memo } from "../../memo.ts";
import { namesOfTool } from "../../named-tools.ts";
import { stepSentence } from "../../step-sentence.ts";
import { exactWords } from "../../time-words.ts";
import { PageBefore } from "../page-before.tsx";
import type { Leaving } from "./leaving.ts";

interface StepPieceProps {
  trajectory: string;
  openedAt: number;
  steps: readonly NumberedStep[];
  /** Position of the first of them in the trail, of so many. */
  from: number;
  total: number;
  /** Of the whole trail: whether a step is in the left lane. */
  lanes: readonly boolean[];
  known: Parameters<typeof namesOfTool>[0];
  outside: Leaving;
  /** The numbers of those that are ticked, as one text. */
  ticked: string;
  acts: {
    onTick: (n: number, on: boolean, stretch: boolean) => void;
    onDelete: (n: number) => void;
  };
}

export const StepPiece = memo(function StepPiece(props: StepPieceProps) {
  const { trajectory, openedAt, steps, from, total, lanes, known, outside, ticked, acts } = props;
  const on = new Set(ticked === "" ? [] : ticked.split(",").map(Number));
  return (
    <>
      {steps.map((numbered, within) => {
        const { n, step, unusual } = numbered;
        const at = from + within;
        const names = namesOfTool(known, step.tool);
        return (
          <li
            key={n}
            id={`step-${trajectory}-${n}`}
            class={`k-${step.kind} ${lanes[at] ? "a" : "b"}${unusual ? " unusual" : ""}`}
            data-testid="step"
          >
            <Way from={laneAt(lanes, at - 1)} to={laneAt(lanes, at)} last={at === total - 1} />
            <div class="cell act">
              <label class="hit">
                <input
                  type="checkbox"
                  checked={on.has(n)}
                  aria-label={t("steps.select", at + 1)}
                  onClick={({ currentTarget, shiftKey }) => acts.onTick(n, currentTarget.checked, shiftKey)}
                />
              </label>
              <div class="grow">
                {stepSentence(step, names)}
                <span class="small">{joined([exactWords(openedAt + step.at), storedDetail(step)])}</span>
                {unusual && <span class="small mark-unusual">{t("stretch.marked")}</span>}
                {step.outline && <PageBefore outline={step.outline} names={names} />}
              </div>
              <button
                type="button"
                class="btn bare icon-only"
                aria-label={t("steps.delete", at + 1)}
                onClick={() => acts.onDelete(n)}
              >
                <Icon name="close" />
              </button>
            </div>
            <div class="cell out" data-l={t("steps.leaves")}>
              {outside.of(numbered)}
            </div>
          </li>
        );
      })}
    </>
  );
});

const laneAt = (lanes: readonly boolean[], at: number): number | undefined => {
  const left = lanes[at];
  return left === undefined ? undefined : left ? 28 : 52;
};

/** The line past a step's mark; where the tool changes it crosses to the other lane. */
function Way({ from, to = 28, last }: { from: number | undefined; to: number | undefined; last: boolean }) {
  const start =
    from === undefined ? `M${to} 30` : `M${from} 0${from === to ? "" : `C${from} 20 ${to} 10 ${to} 30`}`;
  return (
    <span class="way">
      <svg viewBox="0 0 80 100" preserveAspectRatio="none" aria-hidden="true">
        <path
          d={`${start}${last ? (from === to ? "V30" : "") : "V100"}`}
          vector-effect="non-scaling-stroke"
        />
      </svg>
      <i />
    </span>
  );
}
