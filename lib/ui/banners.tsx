// What stands still is said on every section and in the popup, not only where it matters.
import { ask } from "../messaging/ask.ts";
import { t } from "../platform/words.ts";
import { PolicyBanners } from "./policy-banners.tsx";
import { type Facts, recordingState } from "./recording-state.ts";
import { momentWords } from "./time-words.ts";
import { must, Said, useAct } from "./use-act.tsx";

export function Banners({ facts }: { facts: Facts }) {
  const state = recordingState(facts);
  const acting = useAct();
  const resume = () => acting.run(async () => void must(await ask("recording.resume", {})));
  return (
    <div class="banners">
      <PolicyBanners facts={facts} />
      {state.is === "disk-full" && (
        <div class="banner erase" role="alert">
          <p>
            <b>{t("banner.full")}</b> {t("banner.fullText", momentWords(state.since, facts.now))}
          </p>
          <a class="btn small" href="#data">
            {t("section.data")}
          </a>
        </div>
      )}
      {state.is === "paused" && (
        <div class="banner" role="status">
          <p>
            <b>
              {state.until === null
                ? t("banner.pausedOpen")
                : t("banner.pausedUntil", momentWords(state.until, facts.now))}
            </b>{" "}
            {t("banner.pausedText")}
          </p>
          <button type="button" class="btn small" onClick={resume}>
            {t("action.resume")}
          </button>
          <Said acting={acting} />
        </div>
      )}
    </div>
  );
}
