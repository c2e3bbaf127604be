// What a person does on the page of e2e/planted-everywhere.ts besides the work at its bench.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { randomPlainWord, randomWord } from "./canary.ts";
import { isHeard } from "./is-heard.ts";
import type { Person } from "./person.ts";
import { buttonOf, fieldOf, islands } from "./planted-everywhere.ts";
import { at } from "./workbench.ts";
import { worksEveryKind } from "./works-every-kind.ts";

/** Drops a file on an element as the system's own file window does. */
async function dropsFile(page: Page, file: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const [x, y] = at("lay");
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", {
      type,
      x,
      y,
      data: { items: [], files: [file], dragOperationsMask: 1 },
    });
  await session.detach();
}

/** Every kind of act on every planted thing. `word` gives what is typed; returns all that was brought in. */
export async function worksEverywhere(
  page: Page,
  { folder, word = randomWord }: { folder: string; word?: () => string },
): Promise<string[]> {
  const brought: string[] = [];
  const bring = (text: string) => {
    brought.push(text);
    return text;
  };
  const typed = () => bring(word());
  page.on("dialog", (dialog) => dialog.accept(typed()));
  await worksEveryKind(page, typed);
  for (const island of islands) {
    await page.mouse.click(...buttonOf(island));
    await page.mouse.click(...fieldOf(island));
    await page.keyboard.type(typed());
  }
  const [chosen, dropped] = [bring(randomPlainWord()), bring(randomPlainWord())];
  for (const name of [chosen, dropped]) await writeFile(join(folder, `${name}.txt`), bring(randomWord()));
  await page.locator("[data-bench] input[type=file]").setInputFiles(join(folder, `${chosen}.txt`));
  await dropsFile(page, join(folder, `${dropped}.txt`));
  // From outside: the clipboard of another program.
  await page.evaluate((text) => navigator.clipboard.writeText(text), bring(randomWord()));
  await page.mouse.click(...at("area"));
  await page.keyboard.press("ControlOrMeta+v");
  for (const inside of ["#alerts", "main h1", "main td", "main img"]) await page.locator(inside).click();
  return brought;
}

/** On to another page, back, forward, anew, to one in another tab, and to one that is none of the tool's. */
export async function goesPlaces(page: Page, person: Person): Promise<string> {
  const isLeft = async () => (await person.steps()).some(({ kind }) => kind === "switch");
  const planted = page.url();
  await page.locator("#onward").click();
  await page.locator("#arrived").waitFor();
  await page.locator("#last").click();
  await page.goBack();
  await page.waitForURL(planted);
  await page.goForward();
  await page.locator("#arrived").waitFor();
  await page.reload();
  await page.goBack();
  const [other] = await Promise.all([page.context().waitForEvent("page"), page.locator("#beside").click()]);
  await other.locator("#last").click();
  await other.close();
  await page.bringToFront();
  await isHeard(page, person);
  const title = randomPlainWord();
  // Playwright lets every page believe that it is the one in front. On and off again, and the page knows the truth.
  const session = await page.context().newCDPSession(page);
  for (const enabled of [true, false]) await session.send("Emulation.setFocusEmulationEnabled", { enabled });
  const isInFront = () => page.evaluate(() => document.hasFocus() && !document.hidden);
  const elsewhere = await page.context().newPage();
  await elsewhere.goto(`data:text/html,<title>${title}</title>`);
  await expect.poll(isInFront).toBe(false);
  // A moment without the focus, as under a dialog of the browser, is no leaving.
  await expect.poll(isLeft).toBe(true);
  await page.bringToFront();
  await expect.poll(isInFront).toBe(true);
  await elsewhere.close();
  return title;
}
