// Which tasks of the catalogues a trajectory may have been: by the conditions that its steps meet. Pure.

import type { Step } from "../../../../schemas/step.ts";
import type { CatalogueTask } from "../../../../schemas/task.ts";
import type { Vocabulary, VocabularyTask } from "../../../../schemas/vocabulary.ts";

/** At most so many are offered as matches. */
export const mostMatches = 3;

type Condition = NonNullable<VocabularyTask["done"]>[number];

/** What is shown of a catalogue's entry. */
export interface Offered extends CatalogueTask {
  sentence: string;
}

interface Catalogue {
  /** The listed tool. */
  tool: string;
  vocabulary: Pick<Vocabulary, "tasks">;
}

/** Every task of the tools' catalogues. */
export const offered = (catalogues: readonly Catalogue[]): Offered[] =>
  catalogues.flatMap(({ tool, vocabulary }) =>
    vocabulary.tasks.map(({ sentence }, index) => ({ tool, index, sentence })),
  );

/** The best first: those of which most conditions are met, then those with more of them. */
export function matchTasks(catalogues: readonly Catalogue[], steps: readonly Step[]): Offered[] {
  return catalogues
    .flatMap(({ tool, vocabulary }) => {
      const own = steps.filter((step) => step.tool === tool);
      return vocabulary.tasks.map(({ sentence, done = [] }, index) => {
        const met = done.filter((condition) => own.some((step) => meets(step, condition))).length;
        return { task: { tool, index, sentence }, met, part: done.length === 0 ? 0 : met / done.length };
      });
    })
    .filter(({ met }) => met > 0)
    .sort((a, b) => b.part - a.part || b.met - a.met)
    .slice(0, mostMatches)
    .map(({ task }) => task);
}

/**
 * Whether a step is of the route and element that a condition names. The state of the element after the act is not
 * stored, so it is not asked; a route alone would fit every step there and says nothing of a task.
 */
function meets({ route, target, effect }: Step, condition: Condition): boolean {
  if (condition.route !== undefined && condition.route !== route) return false;
  if (condition.effect !== undefined && condition.effect !== effect) return false;
  if (condition.term === undefined && condition.attribute === undefined)
    return condition.effect !== undefined;
  if (!target) return false;
  if (condition.term !== undefined && condition.term === target.name) return true;
  return (
    condition.attribute !== undefined &&
    target.selectors.some((one) => one.by === "attribute" && one.attribute === condition.attribute)
  );
}
