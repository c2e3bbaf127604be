// The tool's published catalogue: a list to look through, narrowed by words, each entry begins its task.
import { useState } from "preact/hooks";
import type { Tool } from "../../../schemas/tool.ts";
import type { VocabularyTask } from "../../../schemas/vocabulary.ts";
import { counted, language, t } from "../../platform/words.ts";
import { Sentence } from "./sentence.tsx";

interface StartTaskProps {
  tool: Tool;
  tasks: readonly VocabularyTask[];
  start: (tool: string, index: number) => void;
}

const folded = (text: string): string => text.toLocaleLowerCase(language());

/** The tasks that have every word, with their place in the catalogue. Pure. */
export function tasksWith(tasks: readonly VocabularyTask[], words: string) {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  return tasks.flatMap(({ sentence }, index) =>
    wanted.every((word) => folded(sentence).includes(word)) ? [{ sentence, index }] : [],
  );
}

export function StartTask({ tool, tasks, start }: StartTaskProps) {
  const [words, setWords] = useState("");
  const found = tasksWith(tasks, words);
  return (
    <details>
      <summary>{t("popup.ask")}</summary>
      <div class="stack tight">
        <label class="field">
          {t("popup.filter")}
          <input
            type="search"
            value={words}
            autocomplete="off"
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </label>
        <p class="small quiet" role="status">
          {found.length === 0
            ? t("popup.noTask", tool.alias)
            : counted("popup.tasks", found.length, tool.alias)}
        </p>
        <ul class="tasks">
          {found.map(({ sentence, index }) => (
            <li key={index}>
              <button type="button" class="btn bare" onClick={() => start(tool.id, index)}>
                <span>
                  <Sentence text={sentence} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
