// Finds the element of a target in a page and its frames, as soon as the page shows it.
import { setTimeout as after } from "node:timers/promises";
import type { ElementHandle, Frame, JSHandle, Page } from "playwright";
import type { ShippedTarget } from "../../../schemas/target.ts";
import { type FoundAt, NotFound } from "./outcome.ts";
import type { begin, markUsed } from "./page-alike.ts";
import type { commandButton, Found, find, know, placeOf } from "./page-find.ts";
import type { optionIn, sender } from "./page-forms.ts";
import type { freePoint, pressPoint } from "./page-points.ts";
import type { quiet } from "./quiet.ts";

declare global {
  var tooltrailReplay: {
    begin: typeof begin;
    markUsed: typeof markUsed;
    find: typeof find;
    know: typeof know;
    commandButton: typeof commandButton;
    placeOf: typeof placeOf;
    pressPoint: typeof pressPoint;
    freePoint: typeof freePoint;
    sender: typeof sender;
    optionIn: typeof optionIn;
    quiet: typeof quiet;
  };
}

export interface Located {
  handle: ElementHandle<Element>;
  at: FoundAt;
}

/** Milliseconds between two looks, and until what agrees best is taken as it is. */
const between = 100;
const patience = 4000;
/** Of what is known of an element at least this much agrees: less is another one. */
const least = 0.3;

/** The document went away under the question, or has not got the code yet: it is asked again. */
const isGone = (error: unknown) => /context|navigat|detached|closed|tooltrailReplay/i.test(String(error));

type InFrame = { frame: number; found: JSHandle<Found | null>; agrees: number };

/** What tells elements apart that agree as much. */
export interface Wanted {
  use: string;
  /** Where the drag began that ends on it. */
  from?: Located | undefined;
}

async function lookIn(
  frames: readonly Frame[],
  target: ShippedTarget,
  { use, from }: Wanted,
): Promise<InFrame[]> {
  const all: InFrame[] = [];
  for (const [frame, one] of frames.entries()) {
    try {
      const found = await one.evaluateHandle(
        ({ target, use, from }) => tooltrailReplay.find(target, { use, from }),
        { target, use, from: from?.at.frame === frame ? from.handle : null },
      );
      all.push({ frame, found, agrees: await found.evaluate((found) => found?.agrees ?? 0) });
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
  return all.toSorted((a, b) => b.agrees - a.agrees);
}

async function located({ frame, found }: InFrame): Promise<Located> {
  const { place, ...rest } = await found.evaluate((one) => {
    const { element, by, agrees, alike } = one!;
    return { by, agrees, alike, place: tooltrailReplay.placeOf(element) };
  });
  const handle = (await found.getProperty("element")).asElement() as ElementHandle<Element>;
  return { handle, at: { ...rest, place, frame } };
}

/** The element on which all ways agree, at once; else after a while the one on which most do. */
export async function locate(page: Page, target: ShippedTarget, wanted: Wanted): Promise<Located> {
  const until = Date.now() + patience;
  for (;;) {
    const [best] = await lookIn(page.frames(), target, wanted);
    const late = Date.now() > until;
    if (best && (best.agrees === 1 || (late && best.agrees >= least))) {
      try {
        const found = await located(best);
        await found.handle.evaluate((element, use) => tooltrailReplay.markUsed(element, use), wanted.use);
        return found;
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    }
    if (late) throw new NotFound();
    await after(between);
  }
}

/** Waits until nothing of the page's tree changes any more, or goes on for too long. */
export async function rests(page: Page): Promise<void> {
  try {
    await page.waitForLoadState("load");
    await page.evaluate(() => tooltrailReplay.quiet(100));
  } catch (error) {
    // Whatever comes next waits for its own element.
    if (!isGone(error)) throw error;
  }
}
