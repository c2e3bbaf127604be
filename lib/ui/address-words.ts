import { keyed, t } from "../platform/words.ts";
import type { PatternProblem } from "../scope/pattern.ts";

/** What a wrong address would have done, then what to write instead. A new problem without words does not compile. */
export const addressWords = (problem: PatternProblem): string => t(`address.${keyed(problem)}`);
