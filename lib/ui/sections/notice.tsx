// The notice: what is recorded, why, who sees it, how long, how to stop; and three equal answers.
import { useState } from "preact/hooks";
import { noticeVersion, type Receipt } from "../../../schemas/consent.ts";
import type { SwitchName } from "../../../schemas/step.ts";
import { ask } from "../../messaging/ask.ts";
import { Banners } from "../banners.tsx";
import { Mark } from "../icons.tsx";
import type { SectionProps } from "../options.tsx";
import { ReceiptLink } from "../receipt-link.tsx";
import { sections, Withdraw } from "../side-bar.tsx";
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
          Tooltrail
        </a>
        <span class="small quiet">Notice {noticeVersion}</span>
        <nav aria-label="Sections">
          {sections.slice(1).map(([name, title]) => (
            <a key={name} href={`#${name}`}>
              {title}
            </a>
          ))}
        </nav>
      </header>
      <main id="notice">
        <Banners facts={facts} />
        {agreed && <NextStep receipt={facts.receipt} hasTools={facts.consent.tools.length > 0} />}
        <div class="ask">
          <h1>May Tooltrail record how you work?</h1>
          <p class="quiet">
            Only in tools that you add yourself, and nowhere else. Your company wants to train software agents
            that take over routine work. Nothing is recorded until you agree, and no list of who said yes or
            no is kept.
          </p>
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
                Agree to this choice
              </button>
              <Withdraw acting={acting} />
            </div>
          ) : (
            <Answers acting={acting} agree={agree} />
          )}
          <Said acting={acting} />
          <p class="small quiet">
            Agreeing covers only what you switched on. Declining has no consequence and needs no reason. You
            can change your answer at any time.
          </p>
        </div>
      </main>
    </div>
  );
}

const Answers = ({ acting, agree }: { acting: Acting; agree: () => void }) => (
  <div class="equal">
    <button type="button" class="btn" onClick={agree}>
      Agree
    </button>
    <button
      type="button"
      class="btn"
      onClick={() =>
        acting.run(async () => {
          await ask("consent.decline", {});
          return "You declined. Nothing is recorded, nobody is told, and no reminder follows.";
        })
      }
    >
      Decline
    </button>
    <button
      type="button"
      class="btn"
      onClick={() =>
        acting.run(async () => {
          await ask("consent.later", {});
          return "Nothing is recorded, and no reminder follows. This page stays here, behind the toolbar button.";
        })
      }
    >
      Decide later
    </button>
  </div>
);

const NextStep = ({ receipt, hasTools }: { receipt: Receipt | undefined; hasTools: boolean }) => (
  <section class="card next" aria-labelledby="next" role="status">
    <h2 id="next">You agreed</h2>
    <p>
      {hasTools
        ? "Recording happens in the tools you added, and nowhere else."
        : "Nothing is recorded yet: the next step is yours, adding a tool."}
    </p>
    <div class="row">
      <a class="btn" href="#tools">
        Add a tool
      </a>
      {receipt && <ReceiptLink receipt={receipt} />}
    </div>
  </section>
);
