// The consent state: a pure function of the receipts, total, newest explicit answer wins.
import type { Answer, Receipt } from "../../schemas/consent.ts";
import { noticeVersion } from "../../schemas/notice-version.ts";
import type { SwitchName } from "../../schemas/step.ts";

export interface Consent {
  answer: Answer | "unanswered";
  kinds: readonly SwitchName[];
  tools: readonly string[];
}

const none = { kinds: [], tools: [] } as const;

/** What is agreed to right now. A receipt of another notice version is no answer to this one. */
export function consentOf(receipts: readonly Receipt[]): Consent {
  const newest = receipts.reduce<Receipt | undefined>((a, b) => (a && a.at > b.at ? a : b), undefined);
  if (!newest || newest.notice !== noticeVersion) return { answer: "unanswered", ...none };
  if (newest.answer !== "agreed") return { answer: newest.answer, ...none };
  return { answer: "agreed", kinds: newest.kinds, tools: newest.tools };
}
