// The export is written as it is made, can be stopped, and can be checked; nothing of the file leaves.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Trajectory } from "../schemas/trajectory.ts";
import { fillsStore } from "./fill-store.ts";
import { expect, test } from "./fixtures.ts";
import { listenInPlaceOfTheCollector } from "./in-place-of-the-collector.ts";
import type { Person } from "./person.ts";

async function checks(person: Person, file: string): Promise<void> {
  const page = await person.section("export");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Check an exported file" }).click();
  await (await chooser).setFiles(file);
}

test("a large export is whole, in order, and can be checked; a changed one is told", async ({
  person,
  folder,
}) => {
  test.setTimeout(120_000);
  const wire = await listenInPlaceOfTheCollector();
  try {
    await person.agrees(["Clicks"]);
    // Two tools that take turns: their chunks lie over one another.
    const count = 6000;
    await fillsStore(person, { trajectories: 3, steps: count / 3, tools: 2 });
    const path = join(folder, "export.zip");
    await (await person.exports()).saveAs(path);
    const page = person.options;
    await expect(page.getByText("Saved as")).toBeVisible();
    const bytes = await readFile(path);
    const files = unzipSync(bytes);
    const trajectories = strFromU8(files["trajectories.jsonl"]!)
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Trajectory);
    expect(trajectories).toHaveLength(3);
    for (const { steps } of trajectories)
      expect(steps.map(({ n }) => n)).toEqual(Array.from({ length: count / 3 }, (_, n) => n));

    await checks(person, path);
    const listed = Object.keys(files).length - 1;
    await expect(page.getByText(`export.zip is whole: all ${listed} files`)).toBeVisible();
    const row = (name: string) => page.getByTestId("checked").getByRole("row").filter({ hasText: name });
    await expect(row("trajectories.jsonl")).toContainText("6,000 steps");
    await expect(row("consent.jsonl")).toContainText("1 line");
    await expect(row("trajectories.jsonl")).toContainText("matches");

    // A bit of one file is another one. The name stands in the readable page too; here its bytes begin behind it.
    const at = bytes.indexOf('trajectories.jsonl{"') + 1000;
    bytes[at] = bytes[at]! ^ 4;
    const changed = join(folder, "changed.zip");
    await writeFile(changed, bytes);
    await checks(person, changed);
    await expect(
      page.getByText("changed.zip was changed or damaged: 1 file in it does not match"),
    ).toBeVisible();
    await expect(row("trajectories.jsonl")).toContainText("does not match");
    await expect(row("consent.jsonl")).toContainText("matches");

    const other = join(folder, "other.zip");
    await writeFile(other, "not a zip at all, but longer than its end would be");
    await checks(person, other);
    await expect(page.getByText("other.zip cannot be checked")).toBeVisible();
    expect(wire.arrived).toEqual([]);
  } finally {
    await wire.close();
  }
});

test("it goes to the place that the person chose, says how far it is, and cancelling leaves nothing", async ({
  person,
}) => {
  test.setTimeout(120_000);
  await person.agrees(["Clicks"]);
  await fillsStore(person, { trajectories: 40, steps: 2000, tools: 1 });
  const page = await person.section("export");
  await page.reload();
  // Nobody can answer the browser's question here: a file of the page's own is the answer, and it is slow.
  await page.evaluate(() => {
    const chosen = globalThis as unknown as {
      showSaveFilePicker: unknown;
      named: string;
      goesOn: () => void;
    };
    chosen.showSaveFilePicker = async ({ suggestedName }: { suggestedName: string }) => {
      chosen.named = suggestedName;
      const { promise: held, resolve } = Promise.withResolvers<void>();
      chosen.goesOn = resolve;
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle(suggestedName, { create: true });
      return {
        getFile: () => handle.getFile(),
        remove: () => folder.removeEntry(suggestedName),
        createWritable: async () => {
          const file = await handle.createWritable();
          let written = 0;
          const writer = new WritableStream({
            async write(chunk) {
              await file.write(chunk);
              written += chunk.length;
              const shown = document.querySelector("[data-testid=progress]")?.textContent ?? "";
              // A frame for each piece, until some steps are shown; then it stands still until it is told to go on.
              if (written > 200_000 && /[1-9][\d,]* of/.test(shown)) await held;
              else await new Promise(requestAnimationFrame);
            },
            close: () => file.close(),
            abort: (why) => file.abort(why),
          });
          return writer;
        },
      };
    };
  });
  const names = () =>
    page.evaluate(async () => {
      const found: string[] = [];
      for await (const name of (await navigator.storage.getDirectory()).keys()) found.push(name);
      return found;
    });
  const save = page.getByRole("button", { name: "Export my data" });
  await save.click();
  const progress = page.getByTestId("progress");
  await expect(progress).toContainText(/[1-9][\d,]* of 80,000 steps, \d+%/);
  await expect(progress.getByRole("progressbar", { name: "Writing your file" })).toBeVisible();
  await expect(save).toBeDisabled();
  await page.getByRole("button", { name: "Cancel" }).focus();
  await page.keyboard.press("Enter");
  await page.evaluate(() => (globalThis as unknown as { goesOn: () => void }).goesOn());
  await expect(page.getByText("Cancelled. No file was kept.")).toBeVisible();
  await expect(progress).toHaveCount(0);
  expect(await names()).toEqual([]);

  await save.click();
  await expect(progress).toContainText("of 80,000 steps");
  await page.evaluate(() => (globalThis as unknown as { goesOn: () => void }).goesOn());
  await expect(page.getByText("Saved as")).toBeVisible();
  const [name] = await names();
  expect(name).toMatch(/^tooltrail-export-\d{4}-\d{2}-\d{2}\.zip$/);
});
