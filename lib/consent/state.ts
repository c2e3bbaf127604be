// The consent state: a pure function of the receipts, total, newest explicit answer wins.
import type { Answer, Profile, Receipt } from "../../schemas/consent.ts";
import { noticeVersion } from "../../schemas/notice-version.ts";
import type { SwitchName } from "../../schemas/step.ts";

export interface Consent {
  answer: Answer | "unanswered";
  kinds: readonly SwitchName[];
  tools: readonly string[];
}

const none = { kinds: [], tools: [] } as const;

export interface Said {
  profile?: Profile | undefined;
  /** The version of the notice that is shown now. */
  notice?: number;
}

/**
 * What is agreed to right now. A receipt of another notice version is no answer to this one, and none from before a
 * shared profile lay idle counts.
 */
export function consentOf(receipts: readonly Receipt[], said: Said = {}): Consent {
  const { profile, notice = noticeVersion } = said;
  const newest = newestOf(receipts);
  const lapsed = newest && profile?.lapsedAt !== undefined && newest.at <= profile.lapsedAt;
  if (!newest || lapsed || newest.notice !== notice) return { answer: "unanswered", ...none };
  if (newest.answer !== "agreed") return { answer: newest.answer, ...none };
  return { answer: "agreed", kinds: newest.kinds, tools: newest.tools };
}

/** What is agreed to, in these circumstances. */
export const consentIn = (
  { receipts, profile }: { receipts: readonly Receipt[]; profile: Profile | undefined },
  { notice }: { notice: number },
): Consent => consentOf(receipts, { profile, notice });

/** The newest answer, whatever it was and to which notice. */
export const newestOf = (receipts: readonly Receipt[]): Receipt | undefined =>
  receipts.reduce<Receipt | undefined>((a, b) => (a && a.at > b.at ? a : b), undefined);
