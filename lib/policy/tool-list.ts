// A tool list that the store's key signed: whether it is followed, and what becomes of the policy's own. Pure.
import type { Policy } from "../../schemas/policy.ts";
import type { KeptToolList, ToolList } from "../../schemas/tool-list.ts";
import { checkAddress, originOf } from "../scope/pattern.ts";
import type { Read } from "./state.ts";

/** Where in a list an entry is wider than one site: such a list is refused whole. */
export const tooWideAt = (tools: Policy["tools"] = []): number[] =>
  tools.flatMap(({ pattern }, position) => (checkAddress(originOf(pattern)).ok ? [] : [position]));

/** `older`: signed before the one that is followed, as who lays an old file down would have it. */
export type JudgedList = "new" | "known" | "older" | "too-wide";

/** Total: also where none was ever followed. */
export function judgeList(kept: KeptToolList | undefined, said: ToolList): JudgedList {
  if (kept && said.at === kept.at && JSON.stringify(said.tools) === JSON.stringify(kept.tools))
    return "known";
  if (kept && said.at <= kept.at) return "older";
  return tooWideAt(said.tools).length > 0 ? "too-wide" : "new";
}

/** What is kept after it came; the same object where it changes nothing. */
export const keptListAfter = (kept: KeptToolList | undefined, said: ToolList): KeptToolList | undefined =>
  judgeList(kept, said) === "new" ? { tools: said.tools, at: said.at } : kept;

/** The policy with the signed list in place of its own. All else that it says holds. */
export const withList = (policy: Policy, list: KeptToolList | undefined): Policy =>
  list ? { ...policy, tools: list.tools } : policy;

/** The same for what managed storage said just now. */
export const withListIn = (read: Read, list: KeptToolList | undefined): Read =>
  read.is === "policy" ? { is: "policy", policy: withList(read.policy, list) } : read;
