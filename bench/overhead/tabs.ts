// Twenty tabs of the tool open, one of them worked in: what that costs the whole browser, as seconds of processor in
// an hour of work. The hour is pressed together: the tabs rest for a while, then a minute's worth of inputs come one
// after the other, and what they took beyond resting is counted sixty times.
import { type Browser, startBrowser } from "./browser.ts";
import { cpuOf } from "./cpu.ts";
import { act, type Counts, inputKinds } from "./inputs.ts";
import { placesOf, rests } from "./measure.ts";
import { sum } from "./statistics.ts";
import type { Subject } from "./subjects.ts";

export const tabCount = 20;
/** Inputs of a person in an hour of work. */
export const hour: Counts = { move: 12_000, key: 3000, click: 600, wheel: 1200 };
/** The part of the hour that is worked. */
const part = 1 / 60;
/** So many tabs load at once: the machine's cores are busy, and none waits for all others. */
const together = 4;
/** Milliseconds: after the last load, watched while nobody acts, and after the acts. */
const resting = { load: 2000, still: 8000, acts: 1500 };

export interface Hour {
  /** Seconds of processor, of all processes of the browser, in an hour. */
  cpu: number;
  /** Of it for one input, in seconds. */
  perInput: number;
}

const open = async ({ context }: Browser, address: string) => (await context.newPage()).goto(address);

export async function cpuOfAnHour(subject: Subject, origin: string): Promise<Hour> {
  const browser = await startBrowser(subject, origin);
  try {
    for (let n = 0; n < tabCount; n += together)
      await Promise.all(Array.from({ length: together }, () => open(browser, `${origin}/orders`)));
    const page = browser.context.pages().at(-1)!;
    await page.bringToFront();
    const session = await browser.context.newCDPSession(page);
    const hand = { session, places: await placesOf(page) };
    await rests(page, resting.load);
    const took = async (run: () => Promise<void>) => {
      const [from, before] = [performance.now(), await cpuOf(browser)];
      await run();
      return { cpu: (await cpuOf(browser)) - before, seconds: (performance.now() - from) / 1000 };
    };
    const still = await took(() => rests(page, resting.still));
    const perSecond = still.cpu / still.seconds;
    const inputs = inputKinds.map((kind) => [kind, Math.round(hour[kind] * part)] as const);
    const work = await took(async () => {
      for (const [kind, count] of inputs) await act[kind](hand, count);
      await rests(page, resting.acts);
    });
    const beyondRest = work.cpu - perSecond * work.seconds;
    return {
      cpu: perSecond * 3600 + beyondRest / part,
      perInput: beyondRest / sum(inputs.map(([, count]) => count)),
    };
  } finally {
    browser.close();
  }
}
