// What stands in a field before an act, and what is unfolded, hangs on the order of the acts before it.
import { eachTarget, type Rule } from "./rule.ts";

const lasting = /^(selected)$/;

export const noProgress: Rule = (drafts) =>
  drafts.map((draft) =>
    eachTarget(draft, (target) => ({
      ...target,
      state: target.state.filter((state) => lasting.test(state)),
    })),
  );
