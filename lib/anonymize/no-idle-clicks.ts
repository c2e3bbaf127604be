// Some click into what they read, or beside it, and often twice: of a part of the page that is there to be read, and of
// which nothing came, no act is left.
import type { Rule } from "./rule.ts";

/** Of text and of the parts of a page. What has no role may be anything, so it stays. */
const isRead =
  /^(article|banner|blockquote|caption|code|comment|complementary|contentinfo|definition|deletion|document|emphasis|feed|figure|form|heading|insertion|log|main|mark|math|navigation|note|paragraph|region|status|strong|subscript|suggestion|superscript|term|time|timer|tooltip)$/;

export const noIdleClicks: Rule = (drafts) =>
  drafts.filter(
    ({ kind, effect, target }) =>
      !(kind === "click" && effect === "nothing" && target && isRead.test(target.role)),
  );
