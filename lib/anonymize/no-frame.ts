// The chain of frame positions counts frames that other extensions or a person's settings may add.
import type { Rule } from "./rule.ts";

export const noFrame: Rule = (drafts) => drafts.map(({ frame: _, ...draft }) => draft);
