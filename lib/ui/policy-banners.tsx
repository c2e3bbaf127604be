// What the company's word holds back: that it does, since when, and why.
import { t } from "../platform/words.ts";
import { companyWords } from "./company-words.ts";
import { PolicyProblems } from "./policy-problems.tsx";
import { type Facts, recordingState } from "./recording-state.ts";
import { momentWords } from "./time-words.ts";

export function PolicyBanners({ facts }: { facts: Facts }) {
  const { policy, now } = facts;
  const state = recordingState(facts);
  return (
    <>
      {state.is === "stopped" && (
        <Banner
          title={t("banner.stopped", companyWords(policy), momentWords(state.since, now))}
          text={t("banner.stoppedText")}
        />
      )}
      {state.is === "waiting" && (
        <Banner
          title={t("banner.waiting")}
          text={
            state.until === null
              ? t("banner.waitingText")
              : t("banner.waitingUntil", momentWords(state.until, now))
          }
        />
      )}
      {state.is === "held" && state.why === "never" && (
        <Banner title={t("banner.never", companyWords(policy))} text={t("banner.neverText")} />
      )}
      {policy.is === "refused" && (
        <div class="banner" role="status">
          <div>
            <p>
              <b>{t("banner.refused", momentWords(policy.at, now))}</b>{" "}
              {t(policy.lastGood ? "banner.refusedLast" : "banner.refusedNone")}
            </p>
            <PolicyProblems why={policy.why} />
          </div>
        </div>
      )}
    </>
  );
}

const Banner = ({ title, text }: { title: string; text: string }) => (
  <div class="banner" role="status">
    <p>
      <b>{title}</b> {text}
    </p>
    <a class="btn small" href="#about/policy">
      {t("banner.policy")}
    </a>
  </div>
);
