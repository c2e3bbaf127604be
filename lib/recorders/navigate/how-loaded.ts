// How this document came to be shown: by the Navigation API, else by the load's timing entry.
import type { StepOf } from "../../../schemas/step.ts";

export type How = StepOf<"navigate">["how"];

/** What TypeScript's DOM library may not know yet of the Navigation API. */
interface Entry {
  index: number;
}
interface Activation {
  entry: Entry;
  /** Null where it is of another origin, and before a frame's first load. */
  from: Entry | null;
  navigationType: "push" | "replace" | "traverse" | "reload";
}
export interface Navigation extends EventTarget {
  activation: Activation | null;
  currentEntry: Entry | null;
}

/** Where the API is missing, an element with that id may stand in its place. */
export function navigationOf(page: Window): Navigation | null {
  const api = (page as { navigation?: unknown }).navigation;
  return api instanceof EventTarget && !(api instanceof Node) ? (api as Navigation) : null;
}

/** Which way the history was walked. Back, where the entry that was left is not known: people rarely go forward. */
export const direction = (from: Entry | null | undefined, to: Entry | null | undefined): How =>
  from && to && from.index < to.index ? "forward" : "back";

/** `opened`: the browser says that the tab was opened from another one. Null for what is no act. */
export function howLoaded(opened: boolean): How | null {
  const activation = navigationOf(window)?.activation;
  const isTop = window === window.top;
  if (!isTop && !(activation && wasNavigated(activation))) return null;
  const [load] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  // An empty window that its opener writes into takes the opener's address, but nothing was loaded.
  if (load?.fetchStart === 0 && load.responseStart === 0) return null;
  if (load?.type === "back_forward") return direction(activation?.from, activation?.entry);
  if (load?.type === "reload") return "reload";
  return isTop && isNewTab(opened) ? "new-tab" : "full";
}

/** A frame's first load is its page's; so is the frame's part of its page's return or reload. */
const wasNavigated = ({ from, entry, navigationType }: Activation): boolean =>
  from !== null || (navigationType === "push" && entry.index > 0);

/** A tab that a person opens has the browser's own page before this one; one that a link opens has not. */
const isNewTab = (opened: boolean): boolean =>
  history.length === 1 && (opened || window.opener !== null || document.referrer !== "");
