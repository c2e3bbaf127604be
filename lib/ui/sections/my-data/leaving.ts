// What of each stored step leaves: from the shipment's own bytes where there is one, before that from the kinds' rules.
import type { QueuedShipment } from "../../../../schemas/queue.ts";
import type { Shipment } from "../../../../schemas/shipment.ts";
import type { NumberedStep } from "../../../../schemas/trajectory.ts";
import { pieces } from "../../../anonymize/rules.ts";
import { wordless, wordsOfVocabulary } from "../../../anonymize/words.ts";
import { t } from "../../../platform/words.ts";
import { namesOfShipment, namesOfTool, vocabularyOfTool } from "../../named-tools.ts";
import { readShipment } from "../../shipment-text.ts";
import { type Shipped, shippedSentence } from "../../step-sentence.ts";
import { shippedTaskWords } from "./task-words.ts";

type Known = Parameters<typeof namesOfTool>[0];

export interface Leaving {
  /** The sentence of a step. */
  of: (numbered: NumberedStep) => string;
  /** False: steps were deleted here after they had left, so that only the bytes say what did. */
  exact: boolean;
  /** The task that leaves with them; before the trajectory is closed nobody can tell. */
  task?: string | undefined;
}

/** `steps` are all of the trajectory, also those that a deletion hides for now: the bytes still hold them. */
export function leaving(
  known: Known,
  steps: readonly NumberedStep[],
  queued: QueuedShipment | undefined,
): Leaving {
  const shipment = queued ? readShipment(queued) : null;
  const places = queued && shipment && placesIn(queued, shipment);
  const task = shipment ? shippedTaskWords(shipment) : undefined;
  if (!queued || !shipment || !places) return { of: byRule(known, steps), exact: queued === undefined, task };
  const names = namesOfShipment(known, queued, shipment);
  const here = new Set(steps.map(({ n }) => n));
  return {
    of: (one) => {
      const left = shipment.steps[places.get(one.n) ?? -1];
      return left ? shippedSentence(left, names[left.tool]!) : stays(one);
    },
    exact: [...places.keys()].every((n) => here.has(n)),
    task,
  };
}

const stays = ({ unusual }: NumberedStep): string => t(unusual ? "stretch.stays" : "steps.stays");

/** What the rules leave of each step. Of several pieces one leaves, and which is drawn at the end: all are said. */
function byRule(known: Known, steps: readonly NumberedStep[]): Leaving["of"] {
  const wordsOf = (tool: string) => {
    const vocabulary = vocabularyOfTool(known, tool);
    return vocabulary ? wordsOfVocabulary(vocabulary) : wordless;
  };
  const usual = steps.filter(({ unusual }) => !unusual);
  const left = new Map(
    pieces(usual, wordsOf)
      .flat()
      .map((draft) => [draft.n, draft]),
  );
  return (one) => {
    const draft = left.get(one.n);
    return draft
      ? shippedSentence(draft as unknown as Shipped, namesOfTool(known, one.step.tool))
      : stays(one);
  };
}

/** Where each step stands in the shipment, by number. Null where that was not kept. Pure. */
export function placesIn(
  { numbers }: Pick<QueuedShipment, "numbers">,
  { steps }: Pick<Shipment, "steps">,
): Map<number, number> | null {
  if (numbers?.length !== steps.length) return null;
  return new Map(numbers.map((n, at) => [n, at]));
}
