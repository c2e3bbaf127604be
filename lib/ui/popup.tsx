// The toolbar popup: one line of truth for this tab, pause, forget, and the way to the sections.
import { useEffect, useState } from "preact/hooks";
import { aboutOf } from "../../schemas/step.ts";
import { ask } from "../messaging/ask.ts";
import { browser } from "../platform/browser.ts";
import { Mark, type Sign } from "./icons.tsx";
import { type TabState, tabState } from "./recording-state.ts";
import { clockWords, listWords, momentWords, within } from "./time-words.ts";
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
      title: "Nothing is recorded",
      text: "You have not agreed to recording. That is fine, and no reminder will follow.",
    };
  }
  if (state.is === "disk-full") {
    const since = within(momentWords(state.since, facts.now));
    return {
      look: "full",
      title: "Stopped, the disk is full",
      text: `Nothing is recorded since ${since}. What is stored is unharmed.`,
    };
  }
  if (state.is === "paused") {
    const title =
      state.until === null ? "Paused until you resume" : `Paused until ${clockWords(state.until)}`;
    return { look: "paused", title, text: "Nothing is recorded in any tool." };
  }
  if (state.is === "off-scope") {
    return {
      look: "off",
      title: "Not recording here",
      text: "This page is not in a tool on your list. Tooltrail has no code in it.",
    };
  }
  const kinds = listWords(facts.consent.kinds.map((kind) => aboutOf(kind).title.toLowerCase()));
  return {
    look: "recording",
    title: `Recording in ${state.tool.alias}`,
    text: `Your ${kinds}. Never what you type or read.`,
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
          Tooltrail
        </a>
      </div>
      <div class="state" role="status">
        <Mark sign={look satisfies Sign} />
        <h1>{title}</h1>
        <p>{text}</p>
      </div>
      {agreed && (
        <div class="part">
          <h2 id="pause">{state.is === "paused" ? "Pause for another time" : "Pause everywhere"}</h2>
          {state.is === "paused" && (
            <button
              type="button"
              class="btn"
              onClick={() => acting.run(async () => void must(await ask("recording.resume", {})))}
            >
              Resume now
            </button>
          )}
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one bar of buttons */}
          <div class="seg" role="group" aria-labelledby="pause">
            <button type="button" class="btn" onClick={() => pause(15)}>
              15 minutes
            </button>
            <button type="button" class="btn" onClick={() => pause(60)}>
              1 hour
            </button>
            <button type="button" class="btn" onClick={() => pause(null)}>
              Until I resume
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
                return "The last 15 minutes are forgotten. They will not leave.";
              })
            }
          >
            Forget the last 15 minutes
          </button>
        )}
        {!agreed && <Section to="notice" text="Read the notice" button />}
        {state.is === "off-scope" && <Section to="tools" text="Add a tool" button />}
        <Said acting={acting} />
      </div>
      <nav class="foot" aria-label="Sections">
        <Section to="data" text="My data" />
        <Section to="tools" text="Tools" />
        <Section to="about" text="About" />
      </nav>
    </main>
  );
}

const Section = ({ to, text, button = false }: { to: string; text: string; button?: boolean }) => (
  <a class={button ? "btn" : ""} href={`/options.html#${to}`} target="_blank" rel="noreferrer">
    {text}
  </a>
);
