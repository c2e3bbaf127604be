// What the rules work on. The strict shipment schema decides at the end whether a draft may leave.
import type { Effect, KindName, OutlineRef } from "../../schemas/step.ts";
import type { Link, Selector, Target } from "../../schemas/target.ts";

export type DraftTarget = Omit<Target, "box" | "path" | "selectors"> & {
  box?: Target["box"];
  path: (Omit<Link, "nth"> & { nth: number | "first" | "middle" | "last" })[];
  selectors: Selector[];
};

/** A step on its way out: a stored step at first, a shipped one after the last rule. */
export interface Draft {
  kind: KindName;
  /** The step's number in its trajectory, until the first rule is done. */
  n?: number;
  route: number | null;
  effect: Effect;
  target?: DraftTarget;
  onto?: DraftTarget;
  outline?: OutlineRef;
  [measure: string]: unknown;
}

/** One pure rule. Each is a file with its reason and its test, and a line in index.ts. */
export type Rule = (drafts: readonly Draft[]) => Draft[];

/** A draft with each of its targets changed. */
export const eachTarget = (draft: Draft, change: (target: DraftTarget) => DraftTarget): Draft => ({
  ...draft,
  ...(draft.target && { target: change(draft.target) }),
  ...(draft.onto && { onto: change(draft.onto) }),
});
