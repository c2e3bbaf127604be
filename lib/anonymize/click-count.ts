// Some click twice where once is enough: that they did leaves only where something came of it.
import type { Rule } from "./rule.ts";

export const clickCount: Rule = (drafts) =>
  drafts.map((draft) =>
    draft.kind === "click" && draft.effect === "nothing" ? { ...draft, count: 1, button: "main" } : draft,
  );
