// The personal export by the page's own button, into a file as the person chooses one: how fast, and in what memory.
import { openAsBlob } from "node:fs";
import type { Page } from "playwright";
import { checkExport } from "../../lib/personal-data/check-export.ts";
import { memoryDuring } from "./memory.ts";

export interface Exported {
  /** Milliseconds from the click to the page saying that the file is saved. */
  took: number;
  /** Megabytes above the page at rest. */
  above: number;
  /** The page at rest. */
  rest: number;
}

/** Nobody can answer the browser's question here: a file of the extension's own is the answer, written the same way. */
function answersPicker(): void {
  const chosen = globalThis as unknown as { showSaveFilePicker: unknown };
  chosen.showSaveFilePicker = async () =>
    (await navigator.storage.getDirectory()).getFileHandle("export.zip", { create: true });
}

/** Exports all, so many times, in a page that is opened anew each time. */
export async function exportsAll(page: Page, address: string, times: number): Promise<Exported[]> {
  const exported: Exported[] = [];
  for (let time = 0; time < times; time++) {
    await page.goto("about:blank");
    await page.goto(`${address}#export`);
    const button = page.getByRole("button", { name: "Export my data" });
    await button.waitFor();
    await page.evaluate(answersPicker);
    let took = Number.NaN;
    const { rest, most } = await memoryDuring(page, async () => {
      const from = performance.now();
      await button.click();
      await page.waitForFunction(
        () =>
          [...document.querySelectorAll("[role=status]")].some((one) => /^Saved as/.test(one.textContent)),
        undefined,
        { polling: 50, timeout: 600_000 },
      );
      took = performance.now() - from;
    });
    exported.push({ took, rest, above: most - rest });
  }
  return exported;
}

export interface ReadBack {
  /** Its own sums hold, all of them. */
  whole: boolean;
  steps: number;
  megabytes: number;
}

/** What the last export wrote, read by what checks a person's file. */
export async function readsBack(page: Page): Promise<ReadBack> {
  const download = page.waitForEvent("download");
  await page.evaluate(async () => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle("export.zip");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await handle.getFile());
    link.download = "export.zip";
    link.click();
  });
  const zip = await openAsBlob(await (await download).path());
  const checked = await checkExport(zip, { signal: new AbortController().signal, onRead: () => {} });
  await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry("export.zip"));
  if (checked.is === "no-export") return { whole: false, steps: 0, megabytes: zip.size / 1e6 };
  const steps = checked.files.find(({ name }) => name === "trajectories.jsonl")?.steps ?? 0;
  return { whole: checked.whole, steps, megabytes: zip.size / 1e6 };
}
