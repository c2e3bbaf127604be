// What the person says of their work: a task that begins or ends, what a trajectory was, what is not how they work.
import type { CatalogueTask } from "../../schemas/task.ts";
import type { PersonHandlers } from "../messaging/receive.ts";
import { flushPages } from "../messaging/tell-pages.ts";
import { finishDeletions } from "../personal-data/undoable.ts";
import type { Database } from "../store/database.ts";
import { closeOpen } from "../trajectory/open.ts";
import { endTask, sayTask, startTask } from "../trajectory/task.ts";
import { markStretch } from "../trajectory/unusual.ts";
import { vocabularyOf } from "../vocabulary/of-tool.ts";
import type { Pipeline } from "./pipeline.ts";

type Names = `task.${string}` | `stretch.${string}` | "trajectory.close";
type Handlers = Pick<PersonHandlers, Extract<keyof PersonHandlers, Names>>;

export function taskHandlers({ database, make, changed }: Pipeline): Handlers {
  /** The acts of the last second are still in their pages; what is deleted is final before the steps are numbered anew. */
  const closes = async () => {
    await flushPages();
    await finishDeletions(database, { make, all: true });
  };
  return {
    "trajectory.close": async () => {
      await closes();
      await closeOpen(database, "task", make);
      await changed();
      return { ok: true };
    },
    "task.start": async (task) => {
      if (!(await isInCatalogue(database, task))) return { ok: false };
      await closes();
      await closeOpen(database, "task", make);
      await startTask(database, task);
      await changed();
      return { ok: true };
    },
    "task.end": async ({ outcome }) => {
      await closes();
      const ended = await endTask(database, outcome);
      if (!ended) return { ok: false, trajectory: null };
      if (ended.trajectory !== null) await closeOpen(database, "task", make);
      await changed();
      return { ok: true, trajectory: ended.trajectory };
    },
    "task.say": async ({ trajectory: id, task: said }) => {
      if (said && !(await isInCatalogue(database, said))) return { ok: false, left: false };
      const noted = await sayTask(database, { id, said, make });
      return { ok: noted !== "nothing", left: noted === "left" };
    },
    "stretch.mark": async ({ trajectory: id, from, to, unusual }) => {
      const marked = await markStretch(database, { id, from, to, unusual, make });
      await changed();
      return { ok: marked !== "nothing", left: marked === "left" };
    },
  };
}

/** Whether a listed tool's vocabulary has that task. */
async function isInCatalogue(database: Database, { tool, index }: CatalogueTask): Promise<boolean> {
  const row = await database.tools.get(tool);
  const vocabulary = row && (await vocabularyOf(row.vocabulary));
  return vocabulary?.tasks[index] !== undefined;
}
