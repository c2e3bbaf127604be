// From a worker that the browser has stopped to what a page sent it being stored.
import type { CDPSession, Page } from "playwright";
import { within } from "../within.ts";
import type { World } from "./world.ts";

/** Stops every worker, and waits until the browser says so. */
async function stopWorkers(session: CDPSession, count: number): Promise<void> {
  const running = new Map<string, string>();
  let tell: (() => void) | undefined;
  const listen = ({ versions }: { versions: { versionId: string; runningStatus: string }[] }) => {
    for (const { versionId, runningStatus } of versions) running.set(versionId, runningStatus);
    const all = [...running.values()];
    if (all.length >= count && all.every((status) => status === "stopped")) tell?.();
  };
  const gone = new Promise<void>((done) => {
    tell = done;
  });
  session.on("ServiceWorker.workerVersionUpdated", listen);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await within("all workers stopped", 30, gone);
  session.off("ServiceWorker.workerVersionUpdated", listen);
  await session.send("ServiceWorker.disable");
}

export interface Contestant {
  name: string;
  world: World;
  /** The message that stores one record; its reply comes when it is stored. */
  message(round: number): unknown;
  /** Whether the reply says so. */
  isKept(reply: unknown, round: number): boolean;
}

/** Milliseconds from sending to the reply, for each contestant in each round, by turns. */
export async function measureColdStarts(
  page: Page,
  contestants: readonly Contestant[],
  rounds: number,
): Promise<Map<string, number[]>> {
  const session = await page.context().newCDPSession(page);
  const found = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? contestants : contestants.toReversed();
    for (const { name, world, message, isKept } of order) {
      await stopWorkers(session, contestants.length);
      const stored = world<{ took: number; reply: unknown }>(
        `(async (message) => {
          const from = performance.now();
          const reply = await chrome.runtime.sendMessage(message);
          return { took: performance.now() - from, reply };
        })(${JSON.stringify(message(round))})`,
      );
      const { took, reply } = await within(`${name} after a stop`, 30, stored);
      if (!isKept(reply, round)) throw new Error(`${name} kept nothing in round ${round + 1}.`);
      found.get(name)!.push(took);
    }
  }
  return found;
}
