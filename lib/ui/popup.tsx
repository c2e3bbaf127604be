// The toolbar popup: one line of truth for this tab, then what the person may do about it.

import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { mayAsk } from "../consent/may-ask.ts";
import { type TabFacts, type TabState, tabState } from "../consent/tab-state.ts";
import { signOf } from "../mark/sign-of.ts";
import { t } from "../platform/words.ts";
import { policyOf } from "../policy/state.ts";
import { Mark } from "./icons.tsx";
import { Forget } from "./popup/forget.tsx";
import { JustNow } from "./popup/just-now.tsx";
import { PageMark } from "./popup/page-mark.tsx";
import { Pause } from "./popup/pause.tsx";
import { RunningTask } from "./popup/running-task.tsx";
import { SectionLink } from "./popup/section-link.tsx";
import { Sentence } from "./popup/sentence.tsx";
import { StartTask } from "./popup/start-task.tsx";
import { hostOf, type Known, truthOf } from "./popup/truth.ts";
import { useTab } from "./popup/use-tab.ts";
import { type Tasks, useTasks } from "./popup/use-tasks.ts";
import { useVocabularies } from "./popup/use-vocabularies.ts";
import { Waiting } from "./popup/waiting.tsx";
import { clockWords } from "./time-words.ts";
import { Said } from "./use-act.tsx";
import { type PageFacts, useFacts } from "./use-facts.ts";

type PopupFacts = Known & TabFacts;

export function Popup() {
  const facts = useFacts();
  const tab = useTab();
  return facts ? <Open facts={facts} {...tab} /> : null;
}

function Open({ facts, address, inside }: PopupFacts) {
  const vocabularies = useVocabularies();
  const state = tabState(facts, { address, inside });
  const tasks = useTasks({ facts, state, vocabularies });
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
        {tasks.running && tasks.sentence !== undefined && (
          <p>
            <Sentence text={t("popup.taskSince", clockWords(tasks.running.startedAt), tasks.sentence)} />
          </p>
        )}
      </div>
      <Contact state={state} facts={facts} />
      {state.is === "off-scope" && <AddThis address={address} />}
      {state.is === "not-agreed" ? (
        <Unanswered facts={facts} />
      ) : (
        <Agreed state={state} facts={facts} vocabularies={vocabularies} tasks={tasks} />
      )}
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

interface AgreedProps {
  state: TabState;
  facts: PageFacts;
  vocabularies: readonly Vocabulary[];
  tasks: Tasks;
}

function Agreed({ state, facts, vocabularies, tasks }: AgreedProps) {
  const stands = state.is === "stopped" || state.is === "waiting" || state.is === "held";
  return (
    <>
      {tasks.running && <RunningTask task={tasks.running} end={tasks.end} />}
      <JustNow facts={facts} vocabularies={vocabularies} />
      {!stands && <Pause paused={state.is === "paused"} />}
      <Forget />
      <div class="part may-be-empty">
        {state.is === "here" && tasks.catalogue.length > 0 && (
          <StartTask tool={state.tool} tasks={tasks.catalogue} start={tasks.start} />
        )}
        <Said acting={tasks.acting} />
      </div>
      <Waiting now={facts.now} />
      {!stands && <PageMark />}
    </>
  );
}
