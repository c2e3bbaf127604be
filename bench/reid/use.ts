// What remains useful of what ships: elements, order and lengths, held against the stored steps that it stands for.
import { lengthBucket } from "../../lib/recorders/typing/schema.ts";
import type { ShippedStep } from "../../schemas/shipped-step.ts";
import type { Step } from "../../schemas/step.ts";
import type { Bound } from "../store/report.ts";
import type { Stored, Upload } from "./ship.ts";

/** Kept, of how many. */
type Share = [kept: number, of: number];

export interface Use {
  add(stored: Stored, upload: Upload): void;
  figures(): Record<string, number>;
}

/** A command has no element, by the rule of that name. */
const hasElement = ({ target }: Step, shipped: ShippedStep): boolean =>
  target !== undefined && shipped.kind !== "shortcut";

const isKept = ({ target: stored }: Step, { target }: ShippedStep): boolean =>
  target !== undefined && target.role === stored!.role && target.selectors.length > 0;

const isFill = ({ kind }: ShippedStep): boolean => kind === "typing" || kind === "choose";

const lineOf = (step: Step): number | undefined => {
  if (step.target?.path.at(-1)?.tag !== "input") return undefined;
  return step.kind === "typing" || step.kind === "clipboard" ? step.length : undefined;
};

export function createUse(): Use {
  const targets: Share = [0, 0];
  const [order, orderOfFields]: [Share, Share] = [
    [0, 0],
    [0, 0],
  ];
  const lengths: Share = [0, 0];
  const acts: Share = [0, 0];
  const count = (share: Share, kept: boolean) => {
    share[0] += kept ? 1 : 0;
    share[1]++;
  };
  return {
    add({ steps }, { shipment, numbers }) {
      const stored = new Map(steps.map(({ n, step }) => [n, step]));
      acts[0] += numbers.length;
      acts[1] += steps.filter(({ step }) => step.kind !== "pointer").length;
      shipment.steps.forEach((shipped, at) => {
        const step = stored.get(numbers[at]!)!;
        if (hasElement(step, shipped)) count(targets, isKept(step, shipped));
        const length = lineOf(step);
        if (length !== undefined && shipped.kind === "typing")
          count(lengths, shipped.length === lengthBucket(length));
        const before = shipment.steps[at - 1];
        if (!before) return;
        const areFields = isFill(before) && isFill(shipped) && before.route === shipped.route;
        count(areFields ? orderOfFields : order, numbers[at - 1]! < numbers[at]!);
      });
    },
    figures: () => {
      const shares = {
        "elements-kept": targets,
        "order-kept": order,
        "order-kept-among-fields": orderOfFields,
        "lengths-of-lines-kept": lengths,
        "steps-shipped": acts,
      };
      return Object.fromEntries(Object.entries(shares).map(([name, [kept, of]]) => [name, kept / of]));
    },
  };
}

/** Order among the fields of a page and how many steps there are is told, not held: named rules change them. */
export const useful = (figures: Record<string, number>): Bound[] =>
  ["elements-kept", "order-kept", "lengths-of-lines-kept"].map((name) => ({
    name,
    figure: figures[name]!,
    least: 1,
    holds: figures[name] === 1,
  }));
