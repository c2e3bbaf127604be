// The task under way, wherever the person is now; else the catalogue of this tab's tool.
import type { Outcome, TaskUnderWay } from "../../../schemas/task.ts";
import type { Vocabulary, VocabularyTask } from "../../../schemas/vocabulary.ts";
import type { TabState } from "../../consent/tab-state.ts";
import { ask } from "../../messaging/ask.ts";
import { t } from "../../platform/words.ts";
import { readSetting } from "../../store/database.ts";
import { database } from "../database.ts";
import { type Acting, must, useAct } from "../use-act.tsx";
import type { PageFacts } from "../use-facts.ts";
import { useLive } from "../use-live.ts";

export interface Tasks {
  running: TaskUnderWay | undefined;
  /** Of the running one; undefined while the catalogues are not read. */
  sentence: string | undefined;
  /** What may be begun here. */
  catalogue: readonly VocabularyTask[];
  start: (tool: string, index: number) => void;
  end: (outcome: Outcome) => void;
  acting: Acting;
}

interface From {
  facts: PageFacts;
  state: TabState;
  vocabularies: readonly Vocabulary[];
}

export function useTasks({ facts, state, vocabularies }: From): Tasks {
  const acting = useAct();
  const running = useLive(async () => (await readSetting(database, "task"))?.task, []);
  const tasksOf = (id: string) => {
    const tool = facts.tools.find((one) => one.id === id);
    return vocabularies.find((one) => one.tool === tool?.vocabulary)?.tasks ?? [];
  };
  return {
    running,
    sentence: running && tasksOf(running.tool)[running.index]?.sentence,
    catalogue: state.is === "here" && !running ? tasksOf(state.tool.id) : [],
    acting,
    start: (tool, index) => acting.run(async () => void must(await ask("task.start", { tool, index }))),
    end: (outcome) =>
      acting.run(async () => {
        must(await ask("task.end", { outcome }));
        return t("popup.taskOver");
      }),
  };
}
