// The README's pictures are taken by the specs that it links to, so they cannot show what is not there.
import { join, resolve } from "node:path";
import type { Page, TestInfo } from "@playwright/test";

/** Takes a picture; into the documents only when TOOLTRAIL_SCREENSHOTS=1, so that a test run changes no file. */
export async function picture(page: Page, name: string, info: TestInfo): Promise<void> {
  const folder = process.env.TOOLTRAIL_SCREENSHOTS === "1" ? resolve("docs/screenshots") : info.outputDir;
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
}
