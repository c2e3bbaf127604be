// The order in which the fields of a page are filled tells a person from all others (EER 0.00): they leave in the order
// in which they stand in the page, and all on the page as it was before the first.
import { eachRun, placeOf } from "./fill.ts";
import type { Draft, Rule } from "./rule.ts";

export const fieldOrder: Rule = (drafts) =>
  eachRun(drafts, (run) => {
    const outline = run[0]?.outline;
    return run
      .map((draft) => ({ draft, place: placeOf(draft) }))
      .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
      .map(({ draft }): Draft => {
        const { outline: own, ...rest } = draft;
        const { hash } = outline ?? {};
        return own && hash ? { ...rest, outline: { hash, node: own.node, seenIn: own.hash } } : rest;
      });
  });
