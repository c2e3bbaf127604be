import { t } from "../platform/words.ts";
import { type PolicyState, policyOf } from "../policy/state.ts";

/** The company by its own name, or as "Your company" at the beginning of a sentence. */
export const companyWords = (policy: PolicyState): string => policyOf(policy)?.company ?? t("banner.company");
