// Pausing everywhere, for how long the person says, and resuming.
import { ask } from "../../messaging/ask.ts";
import { t } from "../../platform/words.ts";
import { must, Said, useAct } from "../use-act.tsx";

type Span = { minutes: number | null } | { until: "tomorrow" };

export function Pause({ paused }: { paused: boolean }) {
  const acting = useAct();
  const pause = (span: Span) => acting.run(async () => void must(await ask("recording.pause", span)));
  const resume = () => acting.run(async () => void must(await ask("recording.resume", {})));
  const button = (words: string, span: Span) => (
    <button type="button" class="btn" onClick={() => pause(span)}>
      {words}
    </button>
  );
  return (
    <div class="part">
      {paused && (
        <button type="button" class="btn" onClick={resume}>
          {t("action.resume")}
        </button>
      )}
      <h2 id="pause">{t(paused ? "popup.pauseAgain" : "popup.pause")}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one bar of buttons */}
      <div class="seg" role="group" aria-labelledby="pause">
        {button(t("popup.quarter"), { minutes: 15 })}
        {button(t("popup.hour"), { minutes: 60 })}
        {button(t("popup.tomorrow"), { until: "tomorrow" })}
        {button(t("popup.open"), { minutes: null })}
      </div>
      <Said acting={acting} />
    </div>
  );
}
