// What of each stored step leaves: from the shipment's own bytes where there is one, before that from the kinds' rules.
import type { QueuedShipment } from "../../../../schemas/queue.ts";
import type { Shipment } from "../../../../schemas/shipment.ts";
import { isShippedKind } from "../../../../schemas/step.ts";
import type { NumberedStep } from "../../../../schemas/trajectory.ts";
import { t } from "../../../platform/words.ts";
import { namesOfShipment, namesOfTool } from "../../named-tools.ts";
import { readShipment } from "../../shipment-text.ts";
import { shippedSentence, wouldLeave } from "../../step-sentence.ts";

type Known = Parameters<typeof namesOfTool>[0];

export interface Leaving {
  /** The sentence of a step. */
  of: (numbered: NumberedStep) => string;
  /** False: steps were deleted here after they had left, so that only the bytes say what did. */
  exact: boolean;
}

/** `steps` are all of the trajectory, also those that a deletion hides for now: the bytes still hold them. */
export function leaving(
  known: Known,
  steps: readonly NumberedStep[],
  queued: QueuedShipment | undefined,
): Leaving {
  const shipment = queued ? readShipment(queued) : null;
  if (!queued || !shipment) return { of: (one) => byRule(known, one), exact: queued === undefined };
  const places = placesIn(shipment, steps);
  if (!places) return { of: (one) => byRule(known, one), exact: false };
  const names = namesOfShipment(known, queued, shipment);
  return {
    of: (one) => {
      const left = shipment.steps[places.get(one.n) ?? -1];
      return left ? shippedSentence(left, names[left.tool]!) : stays(one);
    },
    exact: true,
  };
}

const stays = ({ unusual }: NumberedStep): string => t(unusual ? "stretch.stays" : "steps.stays");

function byRule(known: Known, one: NumberedStep): string {
  const left = one.unusual ? null : wouldLeave(one.step);
  return left ? shippedSentence(left, namesOfTool(known, one.step.tool)) : stays(one);
}

/** Where each step stands in the shipment, by number: without what was marked, or with it where it left before. Pure. */
export function placesIn(
  { steps: left }: Pick<Shipment, "steps">,
  steps: readonly NumberedStep[],
): Map<number, number> | null {
  const may = steps.filter(({ step }) => isShippedKind(step.kind));
  const fits = (some: readonly NumberedStep[]) =>
    some.length === left.length && some.every(({ step }, at) => step.kind === left[at]!.kind);
  const there = [may.filter(({ unusual }) => !unusual), may].find(fits);
  return there ? new Map(there.map(({ n }, at) => [n, at])) : null;
}
