import type { Tool } from "../../../schemas/tool.ts";
import type { Vocabulary } from "../../../schemas/vocabulary.ts";
import { readSetting } from "../../store/database.ts";
import { database } from "../database.ts";
import { Said, useAct } from "../use-act.tsx";
import type { PageFacts } from "../use-facts.ts";
import { useLive } from "../use-live.ts";
import { RunningTask } from "./running-task.tsx";
import { StartTask } from "./start-task.tsx";

interface TaskProps {
  facts: PageFacts;
  /** The tool that is recorded in this tab. */
  here: Tool | undefined;
  vocabularies: readonly Vocabulary[];
}

/** The task under way, wherever the person is now; else the catalogue of this tab's tool. */
export function Task({ facts, here, vocabularies }: TaskProps) {
  const acting = useAct();
  const read = useLive(async () => ({ task: (await readSetting(database, "task"))?.task }), []);
  if (!read) return null;
  const { task } = read;
  const tasksOf = (tool: Tool | undefined) =>
    vocabularies.find((one) => one.tool === tool?.vocabulary)?.tasks ?? [];
  const running = task && tasksOf(facts.tools.find(({ id }) => id === task.tool))[task.index];
  const tasks = tasksOf(here);
  if (!task && !(here && tasks.length > 0) && acting.said === undefined) return null;
  return (
    <div class="part">
      {task && <RunningTask task={task} sentence={running?.sentence} acting={acting} />}
      {!task && here && tasks.length > 0 && <StartTask tool={here} tasks={tasks} acting={acting} />}
      <Said acting={acting} />
    </div>
  );
}
