// Time limits and amounts as they hold here, and the two that the person decides on.
import { useId, useState } from "preact/hooks";
import { readStored } from "../../../consent/doorway.ts";
import { ask } from "../../../messaging/ask.ts";
import { counted, t } from "../../../platform/words.ts";
import { narrow, widest } from "../../../policy/narrow.ts";
import { policyOf, profileOf } from "../../../policy/state.ts";
import { readReviewWindow } from "../../../shipping/review-window.ts";
import { collectorWeeks } from "../../../store/erasable-until.ts";
import { database } from "../../database.ts";
import type { Facts } from "../../recording-state.ts";
import { longSpanWords } from "../../time-words.ts";
import { must, Said, useAct } from "../../use-act.tsx";
import { useLive } from "../../use-live.ts";
import { Fact } from "./fact.tsx";

const hour = 3_600_000;
const offered = [24, 48, 72, 96, 120, 168];

const read = async () => ({
  review: await readReviewWindow(database),
  shared: (await readStored(database)).profile?.shared ?? false,
});

export function Limits({ facts }: { facts: Pick<Facts, "policy"> }) {
  const stored = useLive(read, []);
  const policy = policyOf(facts.policy);
  const { retentionDays, budgets, reviewHours } = narrow(
    { ...widest, tools: [], kinds: [], reviewHours: null },
    policy,
  );
  if (!stored) return null;
  return (
    <section class="card stack" aria-labelledby="limits">
      <h2 id="limits">{t("about.limits")}</h2>
      <dl class="facts">
        <Fact name={t("about.kept")} value={counted("limits.days", retentionDays)} />
        <Fact name={t("about.review")} value={longSpanWords(stored.review)} />
        <Fact name={t("limits.atCollector")} value={t("limits.expires", collectorWeeks)} />
        <Fact name={t("limits.trajectories")} value={t("limits.aWeek", budgets.trajectories)} />
        <Fact name={t("limits.reports")} value={t("limits.aWeek", budgets.reports)} />
      </dl>
      <Review now={stored.review} least={reviewHours} />
      <Shared shared={stored.shared} byCompany={policy !== null && profileOf(policy) === "shared"} />
    </section>
  );
}

/** Longer than the company asks for, never shorter. */
function Review({ now, least }: { now: number; least: number }) {
  const acting = useAct();
  const choices = [...new Set([least, ...offered])].filter((hours) => hours >= least).sort((a, b) => a - b);
  const set = (hours: number) =>
    acting.run(async () => {
      const held = await ask("review.hours", { hours });
      return t("limits.reviewSet", longSpanWords(held.hours * hour));
    });
  return (
    <div class="stack tight">
      <label class="field review-hours">
        {t("limits.review")}
        <select
          value={String(now / hour)}
          disabled={acting.busy}
          onChange={({ currentTarget }) => set(Number(currentTarget.value))}
        >
          {!choices.includes(now / hour) && <option value={String(now / hour)}>{longSpanWords(now)}</option>}
          {choices.map((hours) => (
            <option key={hours} value={String(hours)}>
              {longSpanWords(hours * hour)}
            </option>
          ))}
        </select>
      </label>
      <p class="small quiet">{t("limits.reviewText", longSpanWords(least * hour))}</p>
      <Said acting={acting} />
    </div>
  );
}

/** Several people in one profile: then the answer is asked for again after thirty idle days. */
function Shared({ shared, byCompany }: { shared: boolean; byCompany: boolean }) {
  const acting = useAct();
  const text = useId();
  // The switch stays as it was put while the background is asked.
  const [wanted, want] = useState<boolean | undefined>(undefined);
  const set = (next: boolean) => {
    want(next);
    acting.run(async () => {
      const { ok } = await ask("profile.shared", { shared: next }).finally(() => want(undefined));
      must({ ok });
      return t(next ? "limits.sharedOn" : "limits.sharedOff");
    });
  };
  return (
    <div class="stack tight">
      <label class={byCompany ? "kind held" : "kind"}>
        <input
          class="switch"
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own state
          role="switch"
          aria-label={t("limits.shared")}
          aria-describedby={text}
          disabled={byCompany}
          checked={(wanted ?? shared) || byCompany}
          onChange={({ currentTarget }) => set(currentTarget.checked)}
        />
        <span>
          <b>{t("limits.shared")}</b>
          <span class="small quiet" id={text}>
            {t("limits.sharedText")}
            {byCompany && <span class="held-words">{t("limits.sharedCompany")}</span>}
          </span>
        </span>
      </label>
      <Said acting={acting} />
    </div>
  );
}
