// Twenty tabs of the tool open, one of them worked in: what that costs the whole browser, as seconds of processor in
// an hour of work. The hour is pressed together: the tabs rest for a while, then two minutes' worth of inputs come one
// after the other, and what they took beyond resting is counted thirty times.
import { startBrowser } from "./browser.ts";
import { cpuOf } from "./cpu.ts";
import { act, type Counts, inputKinds } from "./inputs.ts";
import { placesOf, rests } from "./measure.ts";
import type { Subject } from "./subjects.ts";

export const tabCount = 20;
/** Inputs of a person in an hour of work. */
export const hour: Counts = { move: 12_000, key: 3000, click: 600, wheel: 1200 };
/** The part of the hour that is worked. */
const part = 1 / 30;
/** Milliseconds that the tabs are watched while nobody acts. */
const resting = 10_000;

/** Seconds of processor, of all processes of the browser, in an hour. */
export async function cpuOfAnHour(subject: Subject, origin: string): Promise<number> {
  const browser = await startBrowser(subject, origin);
  try {
    for (let n = 0; n < tabCount; n++) await (await browser.context.newPage()).goto(`${origin}/orders`);
    const page = browser.context.pages().at(-1)!;
    const session = await browser.context.newCDPSession(page);
    const hand = { session, places: await placesOf(page) };
    await rests(page, 5000);
    const took = async (run: () => Promise<void>) => {
      const [from, before] = [performance.now(), await cpuOf(browser)];
      await run();
      return { cpu: (await cpuOf(browser)) - before, seconds: (performance.now() - from) / 1000 };
    };
    const still = await took(() => rests(page, resting));
    const perSecond = still.cpu / still.seconds;
    const work = await took(async () => {
      for (const kind of inputKinds) await act[kind](hand, Math.round(hour[kind] * part));
      await rests(page, 2500);
    });
    return perSecond * 3600 + (work.cpu - perSecond * work.seconds) / part;
  } finally {
    await browser.close();
  }
}
