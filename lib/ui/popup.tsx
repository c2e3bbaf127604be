// The toolbar popup: one line of truth for this tab, pause, forget, and the way to the sections.
import { useEffect, useState } from "preact/hooks";
import { ask } from "../messaging/ask.ts";
import { browser } from "../platform/browser.ts";
import { t } from "../platform/words.ts";
import { Mark, type Sign } from "./icons.tsx";
import { type TabState, tabState } from "./recording-state.ts";
import { clockWords, listWords, momentWords } from "./time-words.ts";
import { must, Said, useAct } from "./use-act.tsx";
import { type PageFacts, useFacts } from "./use-facts.ts";

/** The address of the tab in front; undefined where the browser was given no permission for it. */
function useTabAddress(): string | undefined {
  const [address, setAddress] = useState<string | undefined>(undefined);
  useEffect(() => {
    void browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => setAddress(tab?.url));
  }, []);
  return address;
}

interface Truth {
  look: "recording" | "paused" | "off" | "none" | "full";
  title: string;
  text: string;
}

function truthOf(state: TabState, facts: PageFacts): Truth {
  if (state.is === "not-agreed") {
    return {
      look: "none",
      title: t("truth.nothing"),
      text: t("popup.notAgreed"),
    };
  }
  if (state.is === "disk-full") {
    const since = momentWords(state.since, facts.now);
    return {
      look: "full",
      title: t("truth.full"),
      text: t("popup.full", since),
    };
  }
  if (state.is === "paused") {
    const title =
      state.until === null ? t("truth.pausedOpen") : t("truth.pausedUntil", clockWords(state.until));
    return { look: "paused", title, text: t("popup.paused") };
  }
  if (state.is === "off-scope") {
    return {
      look: "off",
      title: t("popup.offScope"),
      text: t("popup.offScopeText"),
    };
  }
  if (state.is === "stopped")
    return { look: "full", title: t("truth.stopped"), text: t("popup.stoppedText") };
  if (state.is === "waiting") return { look: "off", title: t("truth.waiting"), text: t("popup.waitingText") };
  if (state.is === "held-here" && state.why === "path")
    return { look: "off", title: t("popup.offScope"), text: t("popup.leftOutText") };
  if (state.is === "held" || state.is === "held-here")
    return { look: "off", title: t("truth.held"), text: t("popup.heldText") };
  const kinds = listWords(facts.consent.kinds.map((kind) => t(`kind.${kind}.title`)));
  return {
    look: "recording",
    title: t("popup.recording", state.tool.alias),
    text: t("popup.recordingText", kinds),
  };
}

export function Popup() {
  const facts = useFacts();
  const address = useTabAddress();
  const acting = useAct();
  if (!facts) return null;
  const state = tabState(facts, address);
  const { look, title, text } = truthOf(state, facts);
  const agreed = state.is !== "not-agreed";
  const pause = (minutes: number | null) =>
    acting.run(async () => void must(await ask("recording.pause", { minutes })));
  return (
    <main class={`popup ${look}`}>
      <div class="head">
        <a class="brand" href="/options.html" target="_blank" rel="noreferrer">
          <Mark />
          {t("name")}
        </a>
      </div>
      <div class="state" role="status">
        <Mark sign={look satisfies Sign} />
        <h1>{title}</h1>
        <p>{text}</p>
      </div>
      {agreed && (
        <div class="part">
          <h2 id="pause">{t(state.is === "paused" ? "popup.pauseAgain" : "popup.pause")}</h2>
          {state.is === "paused" && (
            <button
              type="button"
              class="btn"
              onClick={() => acting.run(async () => void must(await ask("recording.resume", {})))}
            >
              {t("action.resume")}
            </button>
          )}
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one bar of buttons */}
          <div class="seg" role="group" aria-labelledby="pause">
            <button type="button" class="btn" onClick={() => pause(15)}>
              {t("popup.quarter")}
            </button>
            <button type="button" class="btn" onClick={() => pause(60)}>
              {t("popup.hour")}
            </button>
            <button type="button" class="btn" onClick={() => pause(null)}>
              {t("popup.open")}
            </button>
          </div>
        </div>
      )}
      <div class="part">
        {agreed && (
          <button
            type="button"
            class="btn"
            onClick={() =>
              acting.run(async () => {
                must(await ask("minutes.forget", { minutes: 15 }));
                return t("act.forgotten15");
              })
            }
          >
            {t("action.forget15")}
          </button>
        )}
        {!agreed && <Section to="notice" text={t("action.readNotice")} button />}
        {state.is === "off-scope" && <Section to="tools" text={t("action.addTool")} button />}
        <Said acting={acting} />
      </div>
      <nav class="foot" aria-label={t("section.all")}>
        <Section to="data" text={t("section.data")} />
        <Section to="tools" text={t("section.tools")} />
        <Section to="about" text={t("section.about")} />
      </nav>
    </main>
  );
}

const Section = ({ to, text, button = false }: { to: string; text: string; button?: boolean }) => (
  <a class={button ? "btn" : ""} href={`/options.html#${to}`} target="_blank" rel="noreferrer">
    {text}
  </a>
);
