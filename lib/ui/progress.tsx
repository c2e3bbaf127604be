// How far a lengthy act is: a bar, the same in figures, and Cancel.
import { useId } from "preact/hooks";
import { numberWords, t } from "../platform/words.ts";
import type { Progress } from "./use-lengthy.ts";

interface ProgressBarProps extends Progress {
  label: string;
  /** "2,293 of 3,699 steps" */
  figures: string;
  onCancel?: () => void;
}

export function ProgressBar({ label, figures, done, of, onCancel }: ProgressBarProps) {
  const id = useId();
  const share = of === 0 ? 0 : Math.min(100, Math.floor((100 * done) / of));
  return (
    <div class="stack tight" data-testid="progress">
      <div class="row">
        <label for={id}>
          <b>{label}</b>
        </label>
        <span class="figures quiet push">{t("progress.figures", figures, numberWords(share))}</span>
      </div>
      <progress id={id} value={share} max={100}>
        {numberWords(share)}
      </progress>
      {onCancel && (
        <div class="row ends">
          <button type="button" class="btn small" onClick={onCancel}>
            {t("progress.cancel")}
          </button>
        </div>
      )}
    </div>
  );
}
