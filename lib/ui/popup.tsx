// The toolbar popup: one line of truth for this tab, then what the person may do about it.

import { mayAsk } from "../consent/may-ask.ts";
import { type TabState, tabState } from "../consent/tab-state.ts";
import { signOf } from "../mark/sign-of.ts";
import { t } from "../platform/words.ts";
import { policyOf } from "../policy/state.ts";
import { Mark } from "./icons.tsx";
import { Forget } from "./popup/forget.tsx";
import { JustNow } from "./popup/just-now.tsx";
import { PageMark } from "./popup/page-mark.tsx";
import { Pause } from "./popup/pause.tsx";
import { SectionLink } from "./popup/section-link.tsx";
import { Task } from "./popup/task.tsx";
import { hostOf, truthOf } from "./popup/truth.ts";
import { useTabAddress } from "./popup/use-tab-address.ts";
import { useVocabularies } from "./popup/use-vocabularies.ts";
import { Waiting } from "./popup/waiting.tsx";
import { type PageFacts, useFacts } from "./use-facts.ts";

export function Popup() {
  const facts = useFacts();
  const address = useTabAddress();
  if (!facts) return null;
  const state = tabState(facts, address);
  const { title, text } = truthOf(state, { facts, address });
  const sign = signOf(state);
  return (
    <main class={`popup ${state.is === "disk-full" ? "full" : sign}`}>
      <div class="head">
        <a class="brand" href="/options.html" target="_blank" rel="noreferrer">
          <Mark />
          {t("name")}
        </a>
      </div>
      <div class="state" role="status">
        <Mark sign={sign} />
        <h1>{title}</h1>
        <p>{text}</p>
      </div>
      <Contact state={state} facts={facts} />
      {state.is === "off-scope" && <AddThis address={address} />}
      {state.is === "not-agreed" ? <Unanswered facts={facts} /> : <Agreed state={state} facts={facts} />}
      <nav class="foot" aria-label={t("section.all")}>
        <SectionLink to="data">{t("section.data")}</SectionLink>
        <SectionLink to="tools">{t("section.tools")}</SectionLink>
        <SectionLink to="notice">{t("section.notice")}</SectionLink>
        <SectionLink to="about">{t("section.about")}</SectionLink>
      </nav>
    </main>
  );
}

/** Whom to ask, where it is the company that stops or holds. */
function Contact({ state, facts }: { state: TabState; facts: PageFacts }) {
  const contact = policyOf(facts.policy)?.contact;
  const company = state.is === "stopped" || state.is === "held" || state.is === "held-here";
  if (!company || contact === undefined) return null;
  return (
    <div class="part">
      <p class="small">{t("popup.contact", contact)}</p>
    </div>
  );
}

function AddThis({ address }: { address: string | undefined }) {
  const known = hostOf(address) !== undefined;
  return (
    <div class="part">
      {known ? (
        <SectionLink to={`tools/add/${encodeURIComponent(new URL(address!).origin)}`} button>
          {t("popup.addThis")}
        </SectionLink>
      ) : (
        <SectionLink to="tools" button>
          {t("action.addTool")}
        </SectionLink>
      )}
      <p class="small quiet">{t("popup.addText")}</p>
    </div>
  );
}

/** After a refusal the notice is not brought up for thirty days: its place among the sections is all there is. */
function Unanswered({ facts: { receipt, consent, now } }: { facts: PageFacts }) {
  if (!mayAsk({ receipts: receipt ? [receipt] : [], consent }, now, "popup")) return null;
  return (
    <div class="part">
      <SectionLink to="notice" button>
        {t("action.readNotice")}
      </SectionLink>
    </div>
  );
}

function Agreed({ state, facts }: { state: TabState; facts: PageFacts }) {
  const vocabularies = useVocabularies();
  const stands = state.is === "stopped" || state.is === "waiting" || state.is === "held";
  return (
    <>
      <Task facts={facts} here={state.is === "here" ? state.tool : undefined} vocabularies={vocabularies} />
      <JustNow facts={facts} vocabularies={vocabularies} />
      {!stands && <Pause paused={state.is === "paused"} />}
      <Forget />
      <Waiting now={facts.now} />
      {!stands && <PageMark />}
    </>
  );
}
