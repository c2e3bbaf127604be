// Hovers what says no name itself: many icons are called only by a tooltip that a script makes.
import type { Frame, Page } from "playwright";
import type { Unnamed } from "./found.ts";

/** Tooltips come late, so a state takes up to a minute. */
const mostInState = 40;
/** Visits in which the same attribute is hovered. */
const mostVisits = 2;
const hoverLimit = 1500;

export interface Hovered {
  /** As `name=value`. */
  attribute: string;
  /** What its tooltip said, in full and by its first words. */
  texts: string[];
}

/** How often each attribute was hovered in this visit and those before it. */
export type Hovers = Map<string, number>;

/** Hovers each of a frame's unnamed elements and reads what appears. */
export async function hoverAll(page: Page, frame: Frame, hovers: Hovers): Promise<Hovered[]> {
  const found: Hovered[] = [];
  const unnamed = await frame.evaluate<Unnamed[]>("tooltrailCrawler.unnamed()");
  const due = unnamed.filter(({ attribute }) => (hovers.get(attribute) ?? 0) < mostVisits);
  for (const { attribute, place } of due.slice(0, mostInState)) {
    const at = JSON.stringify(place);
    const element = (await frame.evaluateHandle<Element | null>(`tooltrailCrawler.find(${at})`)).asElement();
    if (!element) continue;
    await page.mouse.move(0, 0);
    await frame.evaluate("tooltrailCrawler.settled()");
    await frame.evaluate("tooltrailCrawler.listen()");
    try {
      await element.hover({ timeout: hoverLimit });
    } catch (error) {
      // Covered or out of sight: it is not acted on here either.
      if (error instanceof Error && /Timeout|not attached|not visible/.test(error.message)) continue;
      throw error;
    }
    const texts = await frame.evaluate<string[]>(`tooltrailCrawler.heard(${at})`);
    if (texts.length > 0) found.push({ attribute, texts });
  }
  for (const { attribute } of due) hovers.set(attribute, (hovers.get(attribute) ?? 0) + 1);
  if (due.length > 0) await page.mouse.move(0, 0);
  return found;
}
