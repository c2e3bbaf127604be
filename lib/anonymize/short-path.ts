// The upper part of a click path repeats the page's frame, which differs by window and settings;
// the lower links are what finds the element. Named selectors do the rest.
import { shippedLinks } from "../../schemas/target.ts";
import { eachTarget, type Rule } from "./rule.ts";

export const shortPath: Rule = (drafts) =>
  drafts.map((draft) =>
    eachTarget(draft, (target) => ({ ...target, path: target.path.slice(-shippedLinks) })),
  );
