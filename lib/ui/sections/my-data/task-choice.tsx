// Which task of the catalogue a trajectory was, and how it came out: the person's own word, matches offered first.
import { useMemo } from "preact/hooks";
import { type Outcome, outcomeSchema } from "../../../../schemas/task.ts";
import type { Tool } from "../../../../schemas/tool.ts";
import type { NumberedStep, TrajectoryHead } from "../../../../schemas/trajectory.ts";
import { ask } from "../../../messaging/ask.ts";
import { t } from "../../../platform/words.ts";
import { memo } from "../../memo.ts";
import { aliasOf } from "../../named-tools.ts";
import { must, Said, useAct } from "../../use-act.tsx";
import { matchTasks, type Offered, offered } from "./task-match.ts";
import { catalogueOf, outcomeWords } from "./task-words.ts";

interface TaskChoiceProps {
  head: TrajectoryHead;
  tools: readonly Tool[];
  steps: readonly NumberedStep[];
}

const placeOf = ({ tool, index }: Pick<Offered, "tool" | "index">): string => `${tool} ${index}`;

/** Rendered again only when something of it changed: a catalogue has many options. */
export const TaskChoice = memo(function TaskChoice({ head, tools, steps }: TaskChoiceProps) {
  const acting = useAct();
  const says = JSON.stringify([head.tools, tools]);
  const catalogues = useMemo(() => head.tools.flatMap((tool) => catalogueOf(tools, tool) ?? []), [says]);
  const matches = useMemo(
    () =>
      matchTasks(
        catalogues,
        steps.map(({ step }) => step),
      ),
    [catalogues, steps],
  );
  const { task } = head;
  // One that is under way is the popup's to end.
  if (catalogues.length === 0 || (task && task.outcome === undefined)) return null;
  const say = (place: string, outcome: Outcome) =>
    acting.run(async () => {
      const [tool = "", index] = place.split(" ");
      const said = place === "" ? null : { tool, index: Number(index), outcome };
      const { ok, left } = await ask("task.say", { trajectory: head.id, task: said });
      must({ ok });
      return t(left ? "task.saidLeft" : said ? "task.said" : "task.unsaid");
    });
  const chosen = task ? placeOf(task) : "";
  const outcome = task?.outcome ?? "done";
  return (
    <div class="bar task">
      <label class="field">
        {t("task.which")}
        <select value={chosen} onChange={({ currentTarget }) => say(currentTarget.value, outcome)}>
          <option value="">{t("task.none")}</option>
          {matches.length > 0 && <Group label={t("task.maybe")} tasks={matches} />}
          {catalogues.map((catalogue) => (
            <Group
              key={catalogue.tool}
              label={aliasOf(tools, catalogue.tool)}
              tasks={offered([catalogue]).filter(
                (one) => !matches.some((each) => placeOf(each) === placeOf(one)),
              )}
            />
          ))}
        </select>
      </label>
      {task && (
        <label class="field">
          {t("task.outcome")}
          <select
            value={outcome}
            onChange={({ currentTarget }) => say(chosen, outcomeSchema.parse(currentTarget.value))}
          >
            {outcomeSchema.options.map((each) => (
              <option key={each} value={each}>
                {outcomeWords(each)}
              </option>
            ))}
          </select>
        </label>
      )}
      <Said acting={acting} />
    </div>
  );
});

const Group = ({ label, tasks }: { label: string; tasks: readonly Offered[] }) => (
  <optgroup label={label}>
    {tasks.map((task) => (
      <option key={placeOf(task)} value={placeOf(task)}>
        {task.sentence}
      </option>
    ))}
  </optgroup>
);
