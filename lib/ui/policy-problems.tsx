import type { PolicyProblem } from "../../schemas/policy.ts";
import { keyed, t } from "../platform/words.ts";

/** Why a policy is not followed, place by place. */
export const PolicyProblems = ({ why }: { why: readonly PolicyProblem[] }) => (
  <ul class="problems small">
    {why.map(({ at, problem }) => (
      <li key={`${at} ${problem}`}>
        {at === "" ? t("problem.whole") : <code>{at}</code>}: <span>{t(`problem.${keyed(problem)}`)}</span>
      </li>
    ))}
  </ul>
);
