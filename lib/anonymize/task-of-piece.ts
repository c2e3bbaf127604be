// The task that a piece is of. Who says what they did, and who never does, is known by it (EER 0.38 where no step shows
// it): so only the steps say that it is done, and a person's word leaves only of what was done in part or given up.
import type { ShippedTask, TaskMark } from "../../schemas/task.ts";
import type { VocabularyTask } from "../../schemas/vocabulary.ts";
import type { Draft } from "./rule.ts";

/** The catalogue of a tool's row. */
export type TasksOf = (tool: string) => readonly VocabularyTask[];

/** As it leaves, but with the tool's row in place of its position. */
type TaskOfPiece = Omit<ShippedTask, "tool"> & { tool: string };

type Condition = NonNullable<VocabularyTask["done"]>[number];

/**
 * What leaves of it: the task whose conditions the steps of the piece meet; else what the person said that was not done to
 * its end, `said` being given for the last piece only, since how the work ended was said of its end. That it was done,
 * and that nobody knows, does not leave by a person's word: it tells who says such things. Pure.
 */
export function taskOf(
  piece: readonly Draft[],
  tasksOf: TasksOf,
  said: TaskMark | undefined,
): TaskOfPiece | undefined {
  const tools = [...new Set(piece.map(({ tool }) => tool))];
  const [shown] = tools
    .flatMap((tool) => {
      const own = piece.filter((draft) => draft.tool === tool);
      return tasksOf(tool).map(({ done = [] }, index) => ({ tool, index, done, own }));
    })
    .filter(
      ({ done, own }) => done.some(isOfAnAct) && done.every((one) => own.some((step) => meets(step, one))),
    )
    // The one that asks for most: of two that ask alike, the first.
    .sort((a, b) => b.done.length - a.done.length);
  if (shown) return { tool: shown.tool, index: shown.index, outcome: "done", judgedBy: "condition" };
  const { tool, index, outcome } = said ?? {};
  if (tool === undefined || index === undefined) return undefined;
  if (outcome !== "partly" && outcome !== "gave-up") return undefined;
  if (!tools.includes(tool) || !tasksOf(tool)[index]) return undefined;
  return { tool, index, outcome, judgedBy: "person" };
}

/** A route alone fits every step there and says nothing of a task. */
const isOfAnAct = ({ term, attribute, effect }: Condition): boolean =>
  term !== undefined || attribute !== undefined || effect !== undefined;

/** Whether a step that leaves is of the route and element that a condition names, and did what it asks for. */
function meets(draft: Draft, { route, effect, state, term, attribute }: Condition): boolean {
  if (route !== undefined && route !== draft.route) return false;
  if (effect !== undefined && effect !== draft.effect) return false;
  if (state !== undefined && !isIn(draft, state)) return false;
  const { name, selectors } = draft.target ?? { name: null, selectors: [] };
  if (term !== undefined && term !== name) return false;
  return (
    attribute === undefined || selectors.some((one) => one.by === "attribute" && one.attribute === attribute)
  );
}

/** Of the states after an act only one can be told of what leaves: a field in which something was left. */
const isIn = ({ kind, length }: Draft, state: NonNullable<Condition["state"]>): boolean =>
  state === "filled" && kind === "typing" && length !== 0;
