// What a spec sees of a browser that updates an extension: the versions that it took, and the one that runs.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, expect, type Page } from "@playwright/test";

export interface Installed {
  context: BrowserContext;
  /** The browser's profile. */
  profile: string;
  id: string;
}

/** Opens the person's page, as soon as a browser that has just started has one. */
async function opens({ context, id }: Pick<Installed, "context" | "id">): Promise<Page> {
  const page = await context.newPage();
  const goes = async () => void (await page.goto(`chrome-extension://${id}/options.html`));
  await expect(goes).toPass({ timeout: 30_000 });
  return page;
}

/** The version that runs. Throws in the moment in which one takes the other's place: then a page of ours is none. */
export async function runningVersion({ context, id }: Installed): Promise<string> {
  const page = await opens({ context, id });
  try {
    return await page.evaluate(() => chrome.runtime.getManifest().version);
  } finally {
    await page.close();
  }
}

/** Lets the browser ask for updates now instead of in hours. */
export async function asksForUpdates({ context, id }: Installed): Promise<void> {
  const page = await opens({ context, id });
  await page.evaluate(() => chrome.runtime.requestUpdateCheck());
  await page.close();
}

/** The versions whose packages the browser believed and unpacked. */
export const takenVersions = ({ profile, id }: Installed): string[] =>
  readdirSync(join(profile, "Default", "Extensions", id))
    .map((folder) => folder.replace(/_\d+$/, ""))
    .sort();

/** Lets it ask until it has taken a version. One that was taken runs as soon as it is a good moment. */
export const takes = (installed: Installed, version: string): Promise<void> =>
  expect
    .poll(
      async () => {
        if (!takenVersions(installed).includes(version)) await asksForUpdates(installed);
        return takenVersions(installed);
      },
      { timeout: 90_000, intervals: [2_000] },
    )
    .toContain(version);

/**
 * Waits until it runs, in the same browser. A good moment is looked for every minute, and a page of ours that is open
 * then is none; so it is looked seldom.
 */
export const runsByItself = (installed: Installed, version: string): Promise<void> =>
  expect(async () => expect(await runningVersion(installed)).toBe(version)).toPass({
    timeout: 240_000,
    intervals: [7_000],
  });
