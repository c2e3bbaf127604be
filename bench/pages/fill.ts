// A profile of the browser whose extension holds so many steps, made once: the pages are measured with it.
import type { Page } from "playwright";
import type { Step } from "../../schemas/step.ts";
import { readVocabularies } from "../capture/build-extension.ts";
import { agreeAndAdd, launch, openOptions } from "../store/browser.ts";
import { ownStore } from "../store/own-store.ts";

interface Fill {
  build: string;
  profile: string;
  recording: readonly Step[];
  count: number;
  /** Of these many more, trajectories are closed as the worker does, so that shipments wait for review. */
  waiting: number;
}

/** Puts the project's own store into a page of the extension, as `store`. */
export async function withStore(page: Page): Promise<void> {
  await page.evaluate(await ownStore());
}

/** Returns how many steps are stored; throws where some are missing. */
export async function fill({ build, profile, recording, count, waiting }: Fill): Promise<number> {
  const context = await launch(profile, [build]);
  try {
    const page = await openOptions(context, "notice");
    const tool = await agreeAndAdd(page, "http://127.0.0.1:9/", readVocabularies().get("node-red")!.tool);
    await page.goto(`${page.url().split("#")[0]}#about`);
    await page.reload();
    await withStore(page);
    // Page states are not here: a step that cites one would need it.
    const steps = recording.map(({ outline: _, ...step }) => step);
    await page.evaluate(`globalThis.setting = ${JSON.stringify({ recording: steps, tool })}`);
    const call = (name: string, more: object) =>
      page.evaluate(`store.${name}({ ...setting, ...${JSON.stringify(more)} })`);
    await call("closes", { count });
    await call("appends", { count: waiting, message: 500 });
    await call("settles", {});
    const { steps: stored } = (await call("sizes", {})) as { steps: number };
    if (stored !== count + waiting) throw new Error(`${count + waiting - stored} steps are not there.`);
    return stored;
  } finally {
    await context.close();
  }
}
