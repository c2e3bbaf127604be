// How long "My data" takes from the start of the navigation to the first list that is painted.
import type { Page } from "playwright";

/** Runs in the page: notes when the list, and the steps of its first trajectory, stood in a frame that was painted. */
function noteFirst(): void {
  const shown: Record<string, number> = {};
  Object.assign(globalThis, { shown });
  const look = () => {
    for (const [name, selector] of [
      ["list", '[data-testid="trajectory"]'],
      ["steps", '[data-testid="step"]'],
    ] as const) {
      if (name in shown || !document.querySelector(selector)) continue;
      shown[name] = Number.NaN;
      // What is there before a frame is painted with it: the next one begins after that.
      requestAnimationFrame(() => {
        shown[name] = performance.now();
      });
    }
    if (Object.keys(shown).length < 2) requestAnimationFrame(look);
  };
  look();
}

export interface FirstScreen {
  list: number;
  steps: number;
}

/** Opens the page anew so many times. */
export async function firstScreens(page: Page, address: string, times: number): Promise<FirstScreen[]> {
  await page.addInitScript(noteFirst);
  const screens: FirstScreen[] = [];
  for (let time = 0; time < times; time++) {
    await page.goto("about:blank");
    await page.goto(`${address}#data`);
    const shown = await page.waitForFunction(
      () => {
        const { shown } = globalThis as unknown as { shown: FirstScreen };
        return shown.list > 0 && shown.steps > 0 ? shown : null;
      },
      undefined,
      { timeout: 60_000, polling: 100 },
    );
    screens.push((await shown.jsonValue())!);
  }
  return screens;
}
