// From an act to the picture that shows its effect, on a machine of a quarter of the speed.
import type { Page } from "playwright";
import { act, type Hand } from "./inputs.ts";

interface Entry {
  interactionId: number;
  duration: number;
}

/** What the browser does not report took less than 16 ms: the step below. */
const unreported = 8;

/** Runs in the page: the reported durations since the last question, one an interaction. */
function takePaints(): number[] {
  const world = globalThis as unknown as { paints: Entry[] };
  const longest = new Map<number, number>();
  for (const { interactionId, duration } of world.paints)
    longest.set(interactionId, Math.max(duration, longest.get(interactionId) ?? 0));
  world.paints = [];
  return [...longest.values()];
}

export async function paintsOf(
  page: Page,
  { session, places }: Hand,
  count: number,
): Promise<{ click: number[]; key: number[] }> {
  // The frame has an observer of its own.
  const hand = { session, places: { ...places, more: places.rows[3]! } };
  const reported = async (kind: "click" | "key", due: number) => {
    await page.evaluate(takePaints);
    await act[kind](hand, due);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
    const found = await page.evaluate(takePaints);
    return [...found, ...Array<number>(Math.max(0, due - found.length)).fill(unreported)];
  };
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  try {
    return { click: await reported("click", count), key: await reported("key", count) };
  } finally {
    await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  }
}
