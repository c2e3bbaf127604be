// One sentence that is true of the tab in front right now, and the details below it.
import { kindsIn } from "../../consent/gate.ts";
import type { TabState } from "../../consent/tab-state.ts";
import { t } from "../../platform/words.ts";
import { policyOf } from "../../policy/state.ts";
import { isLeftOut } from "../../scope/path.ts";
import { dayWords, listWords, longSpanWords, momentWords } from "../time-words.ts";
import type { PageFacts } from "../use-facts.ts";

export interface Truth {
  title: string;
  text: string;
}

const minute = 60_000;

/** What the popup knows: the facts, and the address of the tab where the browser tells it. */
export interface Known {
  facts: PageFacts;
  address: string | undefined;
}

/** Total: a state without words does not compile. */
export function truthOf(state: TabState, { facts, address }: Known): Truth {
  switch (state.is) {
    case "here": {
      const kinds = kindsIn(facts, state.tool).map((kind) => t(`kind.${kind}.title`));
      return {
        title: t("popup.recording", state.tool.alias),
        text: t("popup.recordingText", listWords(kinds)),
      };
    }
    case "part-here": {
      const kinds = kindsIn(facts, state.tool).map((kind) => t(`kind.${kind}.title`));
      return {
        title: t("popup.recordingPart"),
        text: t("popup.recordingPartText", state.tool.alias, listWords(kinds)),
      };
    }
    case "paused":
      return pausedTruth(state.until, facts.now);
    case "off-scope":
      return { title: t("popup.offScope"), text: offScopeText(address) };
    case "not-agreed": {
      const ended = state.answer === "unanswered" && facts.receipt?.answer === "agreed";
      return { title: t("truth.nothing"), text: t(ended ? "popup.ended" : "popup.notAgreed") };
    }
    case "waiting":
      return { title: t("truth.waiting"), text: t("popup.waitingText") };
    case "held":
      return {
        title: t("truth.held"),
        text: t(state.why === "unread" ? "popup.heldUnread" : "popup.heldNever"),
      };
    case "held-here": {
      const { tool, why } = state;
      const title = t("popup.heldIn", tool.alias);
      if (why === "tool") return { title, text: t("popup.heldText") };
      // The tool in the state is what the company's policy leaves of it; the person's own row says who left it out.
      const own = facts.tools.find(({ id }) => id === tool.id)?.exclude;
      const mine = address !== undefined && isLeftOut(own, address);
      return { title, text: t(mine ? "popup.leftOutText" : "popup.leftOutByCompany", tool.alias) };
    }
    case "stopped": {
      const company = policyOf(facts.policy)?.company;
      return {
        title: company === undefined ? t("truth.stopped") : t("popup.stoppedBy", company),
        text: t("popup.stoppedText", momentWords(state.since, facts.now)),
      };
    }
    case "disk-full":
      return { title: t("truth.full"), text: t("popup.full", momentWords(state.since, facts.now)) };
  }
}

function pausedTruth(until: number | null, now: number): Truth {
  if (until === null) return { title: t("truth.pausedOpen"), text: t("popup.paused") };
  const text = t("popup.pausedUntil", momentWords(until, now));
  const day = dayWords(until, now);
  if (day !== dayWords(now, now)) return { title: t("popup.pausedTo", day), text };
  const left = Math.max(1, Math.round((until - now) / minute)) * minute;
  return { title: t("popup.pausedFor", longSpanWords(left)), text };
}

/** The host of an address that a tool may have; of the browser's own pages there is nothing to say. */
export function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:/.test(address) ? new URL(address).host : undefined;
}

function offScopeText(address: string | undefined): string {
  const host = hostOf(address);
  return host === undefined ? t("popup.offScopeText") : t("popup.offScopeAt", host);
}
