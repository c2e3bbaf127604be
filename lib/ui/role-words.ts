import type { Role } from "../../schemas/target.ts";
import { keyed, t } from "../platform/words.ts";

/** The word for a role; undefined where the role says nothing. A new role without a word does not compile. */
export function roleWord(role: Role): string | undefined {
  if (role === "generic" || role === "none" || role === "presentation") return undefined;
  return t(`role.${keyed(role)}`);
}
