// How much work pages make for the background.
import type { Person } from "./person.ts";

export interface Work {
  messages: number;
  steps: number;
}

interface Counting {
  onMessage: { addListener(hear: (message: { request?: { steps?: unknown[] } }) => void): void };
}

/** Counts the messages that reach the worker and the steps in them, from now on until the worker ends. */
export async function countWork(person: Person): Promise<() => Promise<Work>> {
  await person.worker().evaluate(() => {
    const world = globalThis as unknown as { work?: Work; chrome: { runtime: Counting } };
    const known = world.work;
    const work = known ?? { messages: 0, steps: 0 };
    Object.assign(work, { messages: 0, steps: 0 });
    world.work = work;
    if (known) return;
    world.chrome.runtime.onMessage.addListener(({ request }) => {
      work.messages++;
      work.steps += request?.steps?.length ?? 0;
    });
  });
  return () => person.worker().evaluate(() => (globalThis as unknown as { work: Work }).work);
}
