// The same page is reached by the page's navigation, folded away or not, or by a palette of commands: what is done
// there next says that it was reached.
import { type Draft, isWithin, type Rule } from "./rule.ts";

const inNavigation = ({ target }: Draft): boolean =>
  target !== undefined && isWithin(target, { tag: "nav", role: "navigation" });

const isWay = (draft: Draft): boolean =>
  draft.kind === "shortcut"
    ? /^(palette|help)$/.test(draft.command as string)
    : draft.kind === "click" && draft.effect !== "changed" && inNavigation(draft);

export const oneWayToAPage: Rule = (drafts) => drafts.filter((draft) => !isWay(draft));
