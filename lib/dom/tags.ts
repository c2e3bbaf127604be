// The tags that a step may carry as they are, with roles.ts and schemas/tags.ts; a test holds them equal.
import type { Tag } from "../../schemas/target.ts";
import { roleOfTag } from "./roles.ts";

export const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Nothing of them is to be seen. */
export const silentTags = words(
  "script style template noscript meta link head base title param source track slot br wbr datalist",
);
/** Drawn shapes; the groups they make up are no such. */
export const drawnTags = words(
  "defs path rect circle ellipse line polyline polygon use tspan desc marker pattern filter mask clipPath " +
    "linearGradient radialGradient stop symbol metadata",
);
/** Text in its line. */
export const phraseTags = words(
  "span b i em strong small u s mark sub sup abbr cite q kbd samp var time data bdi bdo ruby rt rp del ins font tt",
);
const others = words(
  "address audio body canvas col colgroup dl embed figcaption frame frameset hgroup iframe label legend map object " +
    "picture pre video center big strike animate animateMotion animateTransform feBlend feColorMatrix foreignObject g " +
    "image switch text textPath view annotation merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mroot mrow " +
    "ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover semantics",
);

export const knownTags: ReadonlySet<string> = new Set([
  ...roleOfTag.keys(),
  ...silentTags,
  ...drawnTags,
  ...phraseTags,
  ...others,
]);
export const isTag = (name: string): name is Extract<Tag, string> => knownTags.has(name);
