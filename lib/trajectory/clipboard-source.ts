// A paste names the step it was copied from, which only the whole trajectory can tell.
import type { NumberedStep } from "../../schemas/trajectory.ts";

/**
 * Gives each paste the number of the last copied or cut step, or "outside" where there is none or the person was
 * elsewhere since. Expects the order of time. One that has its source already keeps it. Pure.
 */
export function nameSources(ordered: readonly NumberedStep[]): NumberedStep[] {
  let source: number | "outside" = "outside";
  return ordered.map((one) => {
    const { n, step } = one;
    if (step.kind === "switch" && step.to === "elsewhere") source = "outside";
    if (step.kind !== "clipboard") return one;
    if (step.act !== "pasted") {
      source = n;
      return one;
    }
    return step.from === null ? { ...one, step: { ...step, from: source } } : one;
  });
}

/** Follows steps to their new numbers; a source that has none any more is "outside". Pure. */
export function followSources(
  steps: readonly NumberedStep[],
  renumbered: ReadonlyMap<number, number>,
): NumberedStep[] {
  return steps.map((one) => {
    const { step } = one;
    if (step.kind !== "clipboard" || typeof step.from !== "number") return one;
    return { ...one, step: { ...step, from: renumbered.get(step.from) ?? ("outside" as const) } };
  });
}
