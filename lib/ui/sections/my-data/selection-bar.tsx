// What can be done with the steps that are ticked, and with the whole trajectory: delete, or "not how I usually work".
import type { NumberedStep, TrajectoryHead } from "../../../../schemas/trajectory.ts";
import { ask } from "../../../messaging/ask.ts";
import { counted, t } from "../../../platform/words.ts";
import { must, Said, useAct } from "../../use-act.tsx";
import { among, stretches } from "./selection.ts";

interface SelectionBarProps {
  head: TrajectoryHead;
  /** Those that are shown. */
  steps: readonly NumberedStep[];
  chosen: ReadonlySet<number>;
  onClear: () => void;
  onDelete: (numbers: number[]) => void;
}

export function SelectionBar({ head, steps, chosen, onClear, onDelete }: SelectionBarProps) {
  const acting = useAct();
  const numbers = steps.map(({ n }) => n);
  const picked = among(chosen, numbers);
  const marked = steps.filter(({ unusual }) => unusual).length;
  const mark = (unusual: boolean, of: ReadonlySet<number>) =>
    acting.run(async () => {
      let left = false;
      for (const [from, to] of stretches(of, numbers)) {
        const reply = await ask("stretch.mark", { trajectory: head.id, from, to, unusual });
        must(reply);
        left ||= reply.left;
      }
      onClear();
      if (left) return t("stretch.hadLeft");
      return t(unusual ? "stretch.neverLeaves" : "stretch.leavesAgain");
    });
  const some = picked.length > 0;
  const toMark = steps.filter(({ n, unusual }) => chosen.has(n) && !unusual).length > 0;
  return (
    <div class={some ? "bar selecting" : "bar"}>
      {some ? (
        <>
          <b>{counted("steps.selected", picked.length)}</b>
          <button type="button" class="btn small" onClick={() => mark(toMark, chosen)}>
            {t(toMark ? "stretch.mark" : "stretch.unmark")}
          </button>
          <button type="button" class="btn small bare" onClick={onClear}>
            {t("steps.clear")}
          </button>
          <button type="button" class="btn small erase push" onClick={() => onDelete(picked)}>
            {counted("steps.deleteSelected", picked.length)}
          </button>
        </>
      ) : (
        <label class="kind">
          <input
            type="checkbox"
            checked={marked === steps.length}
            ref={(box: HTMLInputElement | null) => {
              if (box) box.indeterminate = marked > 0 && marked < steps.length;
            }}
            onClick={(event) => {
              // Its mark follows what is stored, not the click.
              event.preventDefault();
              mark(marked < steps.length, new Set(numbers));
            }}
          />
          <span>
            {t("stretch.whole")}
            <span class="small quiet">{t("stretch.hint")}</span>
          </span>
        </label>
      )}
      <Said acting={acting} />
    </div>
  );
}
