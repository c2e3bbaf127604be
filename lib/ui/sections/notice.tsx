// The notice: what is recorded, why, who sees it, how long, how to stop; and three equal answers.
import { noticeVersion } from "../../../schemas/consent.ts";
import { readStored } from "../../consent/doorway.ts";
import { t } from "../../platform/words.ts";
import { policyOf } from "../../policy/state.ts";
import { readReviewWindow } from "../../shipping/review-window.ts";
import { Banners } from "../banners.tsx";
import { database } from "../database.ts";
import { Mark } from "../icons.tsx";
import type { SectionProps } from "../options.tsx";
import { sectionNames, sectionTitle } from "../side-bar.tsx";
import { Said, useAct } from "../use-act.tsx";
import { useLive } from "../use-live.ts";
import { KindSwitches } from "./kind-switches.tsx";
import { Lanes } from "./lanes.tsx";
import { Legal } from "./legal.tsx";
import { Answers, AnswersAgain, NextStep } from "./notice/answers.tsx";
import { Changed } from "./notice/changed.tsx";
import { Receipts } from "./notice/receipts.tsx";
import { toolChoice } from "./notice/tool-choice.ts";
import { ToolSwitches } from "./notice/tool-switches.tsx";
import { useAnswer } from "./notice/use-answer.ts";
import { changesSince } from "./notice/what-changed.ts";

const read = async () => ({
  receipts: (await readStored(database)).receipts,
  review: await readReviewWindow(database),
});

export function Notice({ facts }: SectionProps) {
  const { consent, receipt, policy, now } = facts;
  const agreed = consent.answer === "agreed";
  const anew = changesSince(facts).some(({ is }) => is === "idle");
  const acting = useAct();
  const choice = toolChoice(facts, anew);
  const answer = useAnswer(facts, choice, acting);
  const stored = useLive(read, []);
  const company = policyOf(policy)?.company;
  return (
    <div class="notice">
      <header class="top">
        <a class="brand" href="#data">
          <Mark />
          {t("name")}
        </a>
        <span class="small quiet">
          {company ? t("notice.askedBy", noticeVersion, company) : t("notice.version", noticeVersion)}
        </span>
        <nav aria-label={t("section.all")}>
          {sectionNames.slice(1).map((name) => (
            <a key={name} href={`#${name}`}>
              {sectionTitle(name)}
            </a>
          ))}
        </nav>
      </header>
      <main id="notice">
        <Banners facts={facts} />
        {agreed && <NextStep receipt={receipt} hasTools={consent.tools.length > 0} />}
        <Changed facts={facts} acting={acting} />
        <div class="ask">
          <h1>{t("notice.title")}</h1>
          <p class="quiet">{company ? t("notice.leadOf", company) : t("notice.lead")}</p>
        </div>
        <Lanes policy={policyOf(policy)} review={stored?.review} />
        <div class="choose">
          <div class="stack">
            <KindSwitches answer={answer} agreed={agreed} />
            <ToolSwitches choice={choice} answer={answer} policy={policy} anew={anew} />
          </div>
          <Legal policy={policyOf(policy)} />
        </div>
        <div class="answer">
          {agreed ? (
            <AnswersAgain acting={acting} agree={answer.agree} />
          ) : (
            <Answers acting={acting} agree={answer.agree} />
          )}
          <Said acting={acting} />
          <p class="small quiet">
            {t("notice.covers")} <a href="#about">{t("notice.details")}</a>
          </p>
        </div>
        <Receipts receipts={stored?.receipts ?? []} now={now} />
      </main>
    </div>
  );
}
