// True answers in milliseconds, and their buckets.
import type { Step } from "../../schemas/step-of-kind.ts";
import {
  type AskedKeyClass,
  edgesOf,
  noTime,
  type TimeQuestion,
} from "../../schemas/step-report-questions.ts";
import { type InTrajectory, stepAfter, stepOf } from "./in-trajectory.ts";
import type { Below } from "./randomize.ts";

/** The bucket of a time; null is none. */
export const bucketOf = (question: TimeQuestion, milliseconds: number | null): number =>
  milliseconds === null ? noTime : edgesOf(question).filter((edge) => milliseconds >= edge).length;

/** The time that the question asks for, or null where the step has none. One of several keys is picked at random. */
export function timeOf(question: TimeQuestion, place: InTrajectory, below: Below): number | null {
  if (question === "duration") return untilNext(place);
  if (question === "first-act") return untilFirstAct(place);
  const [measure, keyClass] = question.split("-") as ["flight" | "dwell", AskedKeyClass];
  const found = measured(stepOf(place), measure, keyClass);
  return found.length === 0 ? null : found[below(found.length)]!;
}

/** The first key of a burst has no flight, and a key whose release was not seen no dwell. */
function measured(step: Step, measure: "flight" | "dwell", keyClass: AskedKeyClass): number[] {
  if (step.kind !== "typing") return [];
  return step.keys.flatMap(([read, dwell, flight], position) => {
    if (read !== keyClass) return [];
    if (measure === "flight") return position === 0 ? [] : [flight];
    return dwell === 0 ? [] : [dwell];
  });
}

function untilNext(place: InTrajectory): number | null {
  const next = stepAfter(place);
  return next ? next.at - stepOf(place).at : null;
}

/** A page that was left again at once had no first act. */
function untilFirstAct(place: InTrajectory): number | null {
  const next = stepAfter(place);
  if (!next || next.kind === "navigate" || next.kind === "switch") return null;
  return next.at - stepOf(place).at;
}
