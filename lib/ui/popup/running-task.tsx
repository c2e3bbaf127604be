// The task under way: which it is, since when, and how it came out.
import type { Outcome, TaskUnderWay } from "../../../schemas/task.ts";
import { ask } from "../../messaging/ask.ts";
import { t } from "../../platform/words.ts";
import { clockWords, spanWords } from "../time-words.ts";
import { type Acting, must } from "../use-act.tsx";
import { Sentence } from "./sentence.tsx";
import { useSeconds } from "./use-seconds.ts";

interface RunningTaskProps {
  task: TaskUnderWay;
  /** Undefined while the catalogue is not read, or does not have it any more. */
  sentence: string | undefined;
  acting: Acting;
}

export function RunningTask({ task, sentence, acting }: RunningTaskProps) {
  const now = useSeconds();
  const end = (outcome: Outcome) =>
    acting.run(async () => {
      must(await ask("task.end", { outcome }));
      return t("popup.taskOver");
    });
  const button = (words: string, outcome: Outcome) => (
    <button type="button" class="btn" onClick={() => end(outcome)}>
      {words}
    </button>
  );
  return (
    <>
      <h2>{t("popup.taskSince", clockWords(task.startedAt), spanWords(now - task.startedAt))}</h2>
      {sentence !== undefined && (
        <p>
          <b>
            <Sentence text={sentence} />
          </b>
        </p>
      )}
      <h2 id="outcome">{t("popup.taskEnd")}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one bar of buttons */}
      <div class="seg" role="group" aria-labelledby="outcome">
        {button(t("popup.done"), "done")}
        {button(t("popup.partly"), "partly")}
        {button(t("popup.gaveUp"), "gave-up")}
        {button(t("popup.leaveOpen"), "unknown")}
      </div>
    </>
  );
}
