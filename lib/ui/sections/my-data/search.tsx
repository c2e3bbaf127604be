// Search over all stored steps: says how far it looked, can be stopped, and goes on when asked.
import { useEffect, useMemo, useState } from "preact/hooks";
import { counted, t } from "../../../platform/words.ts";
import { bundled } from "../../../vocabulary/bundled.ts";
import { database } from "../../database.ts";
import { namesOfTool } from "../../named-tools.ts";
import type { SectionProps } from "../../options.tsx";
import { stepSentence } from "../../step-sentence.ts";
import { momentWords } from "../../time-words.ts";
import { searchedDay } from "./day-words.ts";
import { Hits } from "./hits.tsx";
import { type Hit, searchSteps, wordsIn } from "./search-steps.ts";

/** Found so many it waits until the person wants more. */
const page = 50;
/** The page is told of progress this often, in milliseconds. */
const grain = 150;

interface SearchState {
  hits: readonly Hit[];
  looked: number;
  back: number | null;
  is: "looking" | "waits" | "stopped" | "over";
}
const begun: SearchState = { hits: [], looked: 0, back: null, is: "looking" };

export function SearchField({ onSearch }: { onSearch: (text: string) => void }) {
  return (
    <search>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(String(new FormData(event.currentTarget).get("words") ?? "").trim());
        }}
      >
        <input
          type="search"
          name="words"
          maxLength={100}
          aria-label={t("search.field")}
          placeholder={t("search.example")}
          onInput={({ currentTarget }) => currentTarget.value === "" && onSearch("")}
        />
        <button type="submit" class="btn">
          {t("search.do")}
        </button>
      </form>
    </search>
  );
}

interface SearchResultsProps extends SectionProps {
  text: string;
  /** Steps that are stored. */
  stored: number;
}

export function SearchResults({ text, stored, facts }: SearchResultsProps) {
  const says = JSON.stringify(facts.tools);
  // The same function while the tools say the same, so that hits which are there need not render.
  const sentenceOf = useMemo(() => {
    const known = { tools: facts.tools, vocabularies: bundled(), languages: navigator.languages };
    return (step: Hit["step"]) => stepSentence(step, namesOfTool(known, step.tool));
  }, [says]);
  const [state, setState] = useState(begun);
  const [run, setRun] = useState<{ stop: () => void; further: () => void } | null>(null);
  useEffect(() => {
    const ending = new AbortController();
    let goOn = () => {};
    let now = begun;
    const show = (next: SearchState) => {
      now = next;
      if (!ending.signal.aborted) setState(next);
    };
    const looks = async () => {
      let told = performance.now();
      const found = searchSteps(database, {
        words: wordsIn(text),
        wordsOf: (step) => `${sentenceOf(step)} ${t(`kind.${step.kind}.title`)}`.toLocaleLowerCase(),
        wordsOfDay: (at) => searchedDay(at).toLocaleLowerCase(),
        signal: ending.signal,
      });
      let wanted = page;
      for await (const { hits, looked, back, over } of found) {
        now = { hits: [...now.hits, ...hits], looked, back, is: over ? "over" : "looking" };
        if (!over && now.hits.length >= wanted) {
          show({ ...now, is: "waits" });
          await new Promise<void>((further) => {
            goOn = further;
          });
          wanted = now.hits.length + page;
          show({ ...now, is: "looking" });
        }
        if (over || performance.now() - told > grain) {
          told = performance.now();
          show(now);
        }
      }
    };
    setState(begun);
    setRun({
      further: () => goOn(),
      stop: () => {
        show({ ...now, is: "stopped" });
        ending.abort();
      },
    });
    void looks();
    return () => ending.abort();
  }, [text]);
  const { hits, looked, back, is } = state;
  return (
    <section class="card flush found" aria-labelledby="found">
      <header>
        <div>
          <h3 id="found">{t("search.title", text)}</h3>
          <p class="small quiet" role="status">
            {is === "looking" ? t("search.looking") : counted(`search.${is}`, hits.length, looked, stored)}
          </p>
          {back !== null && <p class="small quiet">{t("search.back", momentWords(back, facts.now))}</p>}
        </div>
        {is === "looking" && (
          <div class="row">
            <progress
              max={Math.max(1, stored)}
              value={Math.min(looked, stored)}
              aria-label={t("search.progress")}
            />
            <span class="small">{t("search.far", looked, stored)}</span>
            <button type="button" class="btn small" onClick={() => run?.stop()}>
              {t("search.stop")}
            </button>
          </div>
        )}
      </header>
      <Hits key={text} hits={hits} sentenceOf={sentenceOf} now={facts.now} />
      {is === "waits" && (
        <div class="bar">
          <button type="button" class="btn" onClick={() => run?.further()}>
            {t("search.further")}
          </button>
        </div>
      )}
    </section>
  );
}
