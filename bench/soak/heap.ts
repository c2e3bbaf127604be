// Heaps after a collection of garbage: of pages, and of the service worker.
import type { BrowserContext, Page } from "playwright";
import { within } from "../within.ts";

interface HeapUsage {
  usedSize: number;
  backingStorageSize?: number;
}

const sizeOf = ({ usedSize, backingStorageSize = 0 }: HeapUsage): number => usedSize + backingStorageSize;

/** Bytes of everything that runs in the page, our script's world among it. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  for (let n = 0; n < 2; n++) await session.send("HeapProfiler.collectGarbage");
  const usage = (await session.send("Runtime.getHeapUsage")) as HeapUsage;
  await session.detach();
  return sizeOf(usage);
}

export async function heapsOf(pages: readonly Page[]): Promise<number[]> {
  const heaps: number[] = [];
  for (const page of pages) heaps.push(await heapOf(page));
  return heaps;
}

/** Bytes of the worker's heap; null when it does not run. */
async function workerHeap(context: BrowserContext, file: string): Promise<number | null> {
  const session = await context.browser()!.newBrowserCDPSession();
  try {
    const { targetInfos } = await session.send("Target.getTargets");
    const target = targetInfos.find(({ type, url }) => type === "service_worker" && url.endsWith(`/${file}`));
    if (!target) return null;
    const { sessionId } = await session.send("Target.attachToTarget", { targetId: target.targetId });
    const ask = (id: number, method: string) =>
      within(
        method,
        60,
        new Promise<unknown>((done) => {
          const hear = ({ message }: { message: string }) => {
            const answer = JSON.parse(message) as { id?: number; result?: unknown };
            if (answer.id !== id) return;
            session.off("Target.receivedMessageFromTarget", hear);
            done(answer.result);
          };
          session.on("Target.receivedMessageFromTarget", hear);
          void session.send("Target.sendMessageToTarget", {
            sessionId,
            message: JSON.stringify({ id, method }),
          });
        }),
      );
    await ask(1, "HeapProfiler.collectGarbage");
    return sizeOf((await ask(2, "Runtime.getHeapUsage")) as HeapUsage);
  } finally {
    await session.detach();
  }
}

/** Of the pages, of the worker where it runs, and of the database that the options page shares. */
export async function memoryOf(
  context: BrowserContext,
  tabs: readonly Page[],
  options: Page,
): Promise<Record<string, number[]>> {
  const worker = await workerHeap(context, "background.js");
  const used = await options.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  return {
    "page-heap-mb": (await heapsOf(tabs)).map((bytes) => bytes / 1024 ** 2),
    "worker-heap-mb": worker === null ? [] : [worker / 1024 ** 2],
    "database-kb": [used / 1024],
  };
}
