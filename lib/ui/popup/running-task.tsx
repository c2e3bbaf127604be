// The task under way: how long it takes, and how it came out.
import type { Outcome, TaskUnderWay } from "../../../schemas/task.ts";
import { t } from "../../platform/words.ts";
import { spanWords } from "../time-words.ts";
import { useSeconds } from "./use-seconds.ts";

interface RunningTaskProps {
  task: TaskUnderWay;
  end: (outcome: Outcome) => void;
}

export function RunningTask({ task, end }: RunningTaskProps) {
  const now = useSeconds();
  const button = (words: string, outcome: Outcome) => (
    <button type="button" class="btn" onClick={() => end(outcome)}>
      {words}
    </button>
  );
  return (
    <div class="part">
      <h2 id="outcome">{t("popup.taskFor", spanWords(now - task.startedAt))}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one bar of buttons */}
      <div class="seg" role="group" aria-labelledby="outcome">
        {button(t("popup.done"), "done")}
        {button(t("popup.partly"), "partly")}
        {button(t("popup.gaveUp"), "gave-up")}
        {button(t("popup.leaveOpen"), "unknown")}
      </div>
    </div>
  );
}
