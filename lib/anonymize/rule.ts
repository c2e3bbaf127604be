// What the rules work on. The strict shipment schema decides at the end whether a draft may leave.
import type { Effect, KindName, OutlineRef } from "../../schemas/step.ts";
import type { Link, Selector, Target } from "../../schemas/target.ts";
import type { WordsOf } from "./words.ts";

export type DraftTarget = Omit<Target, "box" | "path" | "selectors"> & {
  box?: Target["box"];
  path: (Omit<Link, "nth"> & { nth: number | "first" | "middle" | "last" })[];
  selectors: Selector[];
};

/** A step on its way out: a stored step at first, a shipped one after the last rule. */
export interface Draft {
  kind: KindName;
  /** The step's number in its trajectory; it does not leave. */
  n?: number | undefined;
  /** The tool's row in this browser; its position in the shipment's list after the last rule. */
  tool: string;
  route: number | null;
  effect: Effect;
  target?: DraftTarget;
  onto?: DraftTarget;
  alert?: number;
  /** `seenIn`: the state that the node is one of, where another is cited. */
  outline?: OutlineRef & { seenIn?: string };
  [measure: string]: unknown;
}

/** One pure rule. Each is a file with its reason and its test, and a line in index.ts. */
export type Rule = (drafts: readonly Draft[], wordsOf: WordsOf) => Draft[];

/** A draft with each of its targets changed. */
export const eachTarget = (draft: Draft, change: (target: DraftTarget) => DraftTarget): Draft => ({
  ...draft,
  ...(draft.target && { target: change(draft.target) }),
  ...(draft.onto && { onto: change(draft.onto) }),
});

/** Done on the same page as another step. */
export const isSamePage = (a: Draft, b: Draft): boolean => a.tool === b.tool && a.route === b.route;

/** Whether an element stands in a part of the page with this tag or role. */
export const isWithin = (
  { path, selectors }: DraftTarget,
  { tag, role }: { tag: Link["tag"]; role: string },
) =>
  path.some((link) => link.tag === tag) ||
  selectors.some(({ within }) => within !== null && "role" in within && within.role === role);
