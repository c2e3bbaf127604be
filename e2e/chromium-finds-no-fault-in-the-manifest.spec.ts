// Chromium's own schema of manifests: what its page of extensions says of the release.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, launch, test } from "./fixtures.ts";

/** As the browser's own page has it; no package of types does. */
interface Developer {
  updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
  updateExtensionConfiguration(change: { extensionId: string; errorCollection: boolean }): Promise<void>;
  reload(id: string): Promise<unknown>;
  getExtensionsInfo(): Promise<{ id: string; path?: string; manifestErrors: { message: string }[] }[]>;
}

test("Chromium finds nothing in the release's manifest, and finds what is wrong", async ({ folder }) => {
  const release = resolve(".output/chrome-mv3");
  // Beside it the same build with a key that no manifest has, and a permission that there is not: it does look.
  const wrong = join(folder, "wrong");
  cpSync(release, wrong, { recursive: true });
  const file = join(wrong, "manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  const permissions = [...manifest.permissions, "everything"];
  writeFileSync(file, JSON.stringify({ ...manifest, permissions, mark_of_ours: true }));
  const context = await launch(join(folder, "profile"), `${release},${wrong}`);
  try {
    const page = await context.newPage();
    await page.goto("chrome://extensions");
    // What is wrong is noted when a manifest is read, of those for which it was asked. The wrong one is read last.
    await page.evaluate(
      async (paths) => {
        const { developerPrivate } = chrome as unknown as { developerPrivate: Developer };
        await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        for (const path of paths) {
          const { id } = (await developerPrivate.getExtensionsInfo()).find((one) => one.path === path)!;
          await developerPrivate.updateExtensionConfiguration({ extensionId: id, errorCollection: true });
          await developerPrivate.reload(id);
        }
      },
      [release, wrong],
    );
    const faultsOf = (path: string) =>
      page.evaluate(async (at) => {
        const { developerPrivate } = chrome as unknown as { developerPrivate: Developer };
        const found = (await developerPrivate.getExtensionsInfo()).find((one) => one.path === at);
        return found?.manifestErrors.map(({ message }) => message);
      }, path);
    await expect.poll(() => faultsOf(wrong)).toHaveLength(2);
    expect((await faultsOf(wrong))!.join("\n")).toMatch(/mark_of_ours.*everything/s);
    expect(await faultsOf(release)).toEqual([]);
  } finally {
    await context.close();
  }
});
