// One tab with Node-RED's editor in it, and what a person does there over and over.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, Page } from "playwright";

const manifest = createRequire(import.meta.url).resolve("node-red/package.json");
export const nodeRedVersion = (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;

/** Zoom out, as it was, zoom in: these stay where they are, whatever is done, and undo each other. */
const buttons = ["#red-ui-view-zoom-out", "#red-ui-view-zoom-zero", "#red-ui-view-zoom-in"] as const;
export type Button = 0 | 1 | 2;
const filter = 'input[placeholder="filter nodes"]';

export async function openTab(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto(address);
  await ready(page);
  return page;
}

/** Waits until the editor can be worked in. */
export async function ready(page: Page): Promise<void> {
  // A reload brings the filter back, which may hide it.
  await page.locator('.red-ui-palette-node[data-palette-type="inject"]').waitFor({ state: "attached" });
  await page.locator(buttons[1]).waitFor();
  await page.locator("#red-ui-loading-progress").waitFor({ state: "hidden" });
}

/** Presses one of them with the mouse. */
export async function press(page: Page, button: Button, key: "left" | "middle" = "left"): Promise<void> {
  const box = (await page.locator(buttons[button]).boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { button: key });
}

/** Filters the palette by a word, and clears the filter. */
export async function filters(page: Page, word: string): Promise<void> {
  const box = (await page.locator(filter).boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(word, { delay: 5 });
}
