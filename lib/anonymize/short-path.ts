// The upper part of a click path repeats the page's frame, which differs by window and settings;
// the lower links are what finds the element. Named selectors do the rest.
import { eachTarget, type Rule } from "./rule.ts";

/** Links of the click path that leave, counted from the element. */
export const shippedLinks = 8;

export const shortPath: Rule = (drafts) =>
  drafts.map((draft) =>
    eachTarget(draft, (target) => ({ ...target, path: target.path.slice(-shippedLinks) })),
  );
