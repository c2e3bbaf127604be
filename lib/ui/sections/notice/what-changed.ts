// Why the notice asks again: what is not as it was at the last answer. Pure.
import { noticeVersion, type Receipt } from "../../../../schemas/consent.ts";
import type { DescribedTool, Tool } from "../../../../schemas/tool.ts";
import type { Consent } from "../../../consent/state.ts";
import { narrowTool, offeredTools } from "../../../policy/narrow.ts";
import { type PolicyState, policyOf } from "../../../policy/state.ts";

export type Change =
  /** Several people use the profile, and nobody worked in it for thirty days. */
  | { is: "idle" }
  /** The text is another one than that of the version that was answered. */
  | { is: "text"; answered: number }
  /** The company lists what no answer was given for. */
  | { is: "tools-new"; tools: readonly DescribedTool[] }
  /** The company says of a tool another reason or vocabulary than the one that was agreed to. */
  | { is: "tools-changed"; tools: readonly DescribedTool[] };

/** What each version of the text brought, from the second on. A new version needs words of its own here. */
export const brought = ["changed.two", "changed.three", "changed.four", "changed.five"] as const;

interface Known {
  /** The newest answer, whatever it was. */
  receipt: Receipt | undefined;
  consent: Consent;
  policy: PolicyState;
  tools: readonly Tool[];
}

/** Nothing before there was an answer, and nothing of what the company's policy holds back anyway. */
export function changesSince({ receipt, consent, policy, tools }: Known): Change[] {
  if (!receipt) return [];
  const changes: Change[] = [];
  const sameText = receipt.notice === noticeVersion;
  if (receipt.answer === "agreed" && sameText && consent.answer === "unanswered")
    changes.push({ is: "idle" });
  if (receipt.notice < noticeVersion) changes.push({ is: "text", answered: receipt.notice });
  const offered = openOffers(policy, tools);
  const changed = offered.filter((offer) => tools.some((tool) => isOther(offer, tool)));
  const fresh = offered.filter((offer) => !changed.includes(offer));
  if (fresh.length > 0) changes.push({ is: "tools-new", tools: fresh });
  if (changed.length > 0) changes.push({ is: "tools-changed", tools: changed });
  return changes;
}

/** What the company lists, its own policy allows, and no answer was given for. */
export function openOffers(state: PolicyState, tools: readonly Tool[]): DescribedTool[] {
  const policy = policyOf(state);
  return offeredTools(policy, tools).filter((offer) => policy && narrowTool(asTool(offer), policy));
}

/** An offer as it would be listed: what the company narrows is asked of its policy each time. */
export const asTool = ({ kinds: _, exclude: __, ...offer }: DescribedTool): Tool => ({
  ...offer,
  id: "",
  addedAt: 0,
});

const isOther = (offer: DescribedTool, tool: Tool): boolean =>
  tool.pattern === offer.pattern &&
  tool.listedBy === "company" &&
  (tool.reason !== offer.reason || tool.vocabulary !== offer.vocabulary);
