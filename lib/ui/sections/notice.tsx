// The notice: what is recorded, why, who sees it, how long, how to stop; and three equal answers.
import { useState } from "preact/hooks";
import { noticeVersion, type Receipt } from "../../../schemas/consent.ts";
import type { SwitchName } from "../../../schemas/step.ts";
import { ask } from "../../messaging/ask.ts";
import { t } from "../../platform/words.ts";
import { Banners } from "../banners.tsx";
import { Mark } from "../icons.tsx";
import type { SectionProps } from "../options.tsx";
import { ReceiptLink } from "../receipt-link.tsx";
import { sectionNames, sectionTitle, Withdraw } from "../side-bar.tsx";
import { type Acting, Said, useAct } from "../use-act.tsx";
import { KindSwitches } from "./kind-switches.tsx";
import { Lanes } from "./lanes.tsx";
import { Legal } from "./legal.tsx";

export function Notice({ facts }: SectionProps) {
  const agreed = facts.consent.answer === "agreed";
  const [kinds, setKinds] = useState<readonly SwitchName[]>(facts.consent.kinds);
  const [problem, setProblem] = useState(false);
  const acting = useAct();
  const choose = (chosen: readonly SwitchName[]) => {
    setKinds(chosen);
    setProblem(false);
  };
  const agree = () => {
    if (kinds.length === 0) return setProblem(true);
    acting.run(async () => {
      await ask("consent.agree", { kinds: [...kinds] });
      return undefined;
    });
  };
  return (
    <div class="notice">
      <header class="top">
        <a class="brand" href="#data">
          <Mark />
          {t("name")}
        </a>
        <span class="small quiet">{t("notice.version", noticeVersion)}</span>
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
        {agreed && <NextStep receipt={facts.receipt} hasTools={facts.consent.tools.length > 0} />}
        <div class="ask">
          <h1>{t("notice.title")}</h1>
          <p class="quiet">{t("notice.lead")}</p>
        </div>
        <Lanes />
        <div class="choose">
          <KindSwitches kinds={kinds} onChange={choose} problem={problem} agreed={agreed} />
          <Legal />
        </div>
        <div class="answer">
          {agreed ? (
            <div class="equal two">
              <button type="button" class="btn" onClick={agree}>
                {t("notice.agreeChange")}
              </button>
              <Withdraw acting={acting} />
            </div>
          ) : (
            <Answers acting={acting} agree={agree} />
          )}
          <Said acting={acting} />
          <p class="small quiet">{t("notice.covers")}</p>
        </div>
      </main>
    </div>
  );
}

const Answers = ({ acting, agree }: { acting: Acting; agree: () => void }) => (
  <div class="equal">
    <button type="button" class="btn" onClick={agree}>
      {t("notice.agree")}
    </button>
    <button
      type="button"
      class="btn"
      onClick={() =>
        acting.run(async () => {
          await ask("consent.decline", {});
          return t("notice.declined");
        })
      }
    >
      {t("notice.decline")}
    </button>
    <button
      type="button"
      class="btn"
      onClick={() =>
        acting.run(async () => {
          await ask("consent.later", {});
          return t("notice.postponed");
        })
      }
    >
      {t("notice.later")}
    </button>
  </div>
);

const NextStep = ({ receipt, hasTools }: { receipt: Receipt | undefined; hasTools: boolean }) => (
  <section class="card next" aria-labelledby="next" role="status">
    <h2 id="next">{t("notice.agreed")}</h2>
    <p>{t(hasTools ? "notice.agreedTools" : "notice.agreedNoTool")}</p>
    <div class="row">
      <a class="btn" href="#tools">
        {t("action.addTool")}
      </a>
      {receipt && <ReceiptLink receipt={receipt} />}
    </div>
  </section>
);
