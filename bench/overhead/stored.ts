// What Tooltrail kept of a run, and what would leave: read out of its own database, through its own page.
import { gzipSync } from "node:zlib";
import type { Browser } from "./browser.ts";
import type { Shipped } from "./sink.ts";

export interface Kept {
  steps: number;
  /** The steps as they lie in the browser. */
  stored: Shipped;
  /** The shipment without its outlines, which are counted apart. */
  shipped: Shipped;
  /** Each distinct page state that was kept, in bytes. */
  outlines: Shipped[];
  /** How many outlines the page handed over. */
  handedOver: number;
  dropped: Record<string, number>;
}

interface Rows {
  lines: string[];
  shipments: string[];
  outlines: string[];
  dropped: { reason: string; count: number }[];
}

/** Runs in the extension's page. */
async function readRows(): Promise<Rows> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((yes, no) => {
      request.onsuccess = () => yes(request.result);
      request.onerror = () => no(request.error);
    });
  const database = await done(indexedDB.open("tooltrail"));
  const all = <T>(table: string) =>
    done(database.transaction(table).objectStore(table).getAll()) as Promise<T[]>;
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const [chunks, open, shipments, outlines, dropped] = await Promise.all([
    all<{ lines: Uint8Array }>("chunks"),
    all<{ line: string }>("openSteps"),
    all<{ bytes: Uint8Array }>("shipments"),
    all<{ nodes: Uint8Array }>("outlines"),
    all<{ reason: string; count: number }>("dropped"),
  ]);
  database.close();
  return {
    lines: [
      ...chunks.flatMap(({ lines }) => text(lines).split("\n").filter(Boolean)),
      ...open.map(({ line }) => line),
    ],
    shipments: shipments.map(({ bytes }) => text(bytes)),
    outlines: outlines.map(({ nodes }) => text(nodes)),
    dropped,
  };
}

const workerOf = ({ context }: Browser) =>
  context.serviceWorkers().find((worker) => worker.url().includes("background"))!;

/** Counts from now on the outlines that pages hand over whole; what is known already comes by its hash alone. */
export const countOutlines = (browser: Browser): Promise<void> =>
  workerOf(browser).evaluate(() => {
    const world = globalThis as unknown as { benchOutlines?: number };
    const isNew = world.benchOutlines === undefined;
    world.benchOutlines = 0;
    if (!isNew) return;
    chrome.runtime.onMessage.addListener((message: { name?: string; request?: object }) => {
      if (message.name === "outlines.keep" && "nodes" in (message.request ?? {})) world.benchOutlines!++;
    });
  });

const sizeOf = (text: string): Shipped => ({ raw: Buffer.byteLength(text), gzip: gzipSync(text).length });

/** Finishes the trajectory as the person does, so that its shipment is there. */
export async function keptBy(browser: Browser): Promise<Kept> {
  const handedOver = await workerOf(browser).evaluate(
    () => (globalThis as unknown as { benchOutlines: number }).benchOutlines,
  );
  const page = await browser.options("data");
  const before = await page.evaluate(readRows);
  await page.getByRole("button", { name: "Finish this trajectory" }).click();
  const deadline = Date.now() + 20_000;
  let rows = await page.evaluate(readRows);
  while (rows.shipments.length === 0) {
    if (Date.now() > deadline) throw new Error("No shipment was made.");
    rows = await page.evaluate(readRows);
  }
  const shipments = rows.shipments.map((one) => JSON.parse(one) as { outlines: unknown[]; steps: unknown[] });
  await page.close();
  return {
    steps: before.lines.length,
    stored: sizeOf(before.lines.join("\n")),
    shipped: sizeOf(shipments.map((one) => JSON.stringify({ ...one, outlines: [] })).join("\n")),
    outlines: rows.outlines.map(sizeOf),
    handedOver,
    dropped: Object.fromEntries(rows.dropped.map(({ reason, count }) => [reason, count])),
  };
}
