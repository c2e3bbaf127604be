// Waits until a tab shows what it is going to show.
import { quiet } from "../../collector/dataset/replay/quiet.ts";
import type { Tab } from "./tab.ts";

/** Milliseconds without a change after which an act is drawn, and after which a page that was loaded is. */
export const spans = { act: 35, load: 200 } as const;

export async function resting(tab: Tab, span: number): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    try {
      await tab.top.evaluate(quiet, span);
      return;
    } catch {
      // The document went away under the question: the next one is asked.
    }
  }
}
