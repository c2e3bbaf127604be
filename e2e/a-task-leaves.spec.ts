// What a person says they did is shown as it would leave, and leaves so: numbers of the published catalogue, no words.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { vocabularyLabel } from "./node-red-editor.ts";
import { allThatLeaves } from "./person.ts";
import { clicksRows, finishes, shipments, shipsNow, states, visits } from "./work.ts";

test("a task is said, shown as what would leave, taken back, said otherwise, shipped and in the dataset", async ({
  person,
  site,
  collector,
  folder,
}) => {
  await person.agrees(allThatLeaves);
  await person.adds(site.url, { vocabulary: vocabularyLabel });
  const tool = await visits(person, site);
  await clicksRows(person, tool, [2]);
  await finishes(person);
  const task = async () => (JSON.parse((await shipments(person))[0]!.bytes) as { task?: object }).task;
  expect(await task()).toBeUndefined();
  await expect(person.options.getByTestId("task-leaves")).toBeHidden();

  const page = await person.section("data");
  const which = page.getByLabel("Which task was it?");
  const leaves = page.getByTestId("task-leaves");
  // That it is done only the steps may say.
  await which.selectOption("Change a flow and deploy it");
  await expect(leaves).toContainText("Which task it was stays here.");
  expect(await task()).toBeUndefined();
  await page.getByLabel("How did it come out?").selectOption("done in part");
  await expect(leaves).toHaveText("Leaves with it: Task: Change a flow and deploy it, done in part");
  expect(await task()).toEqual({ tool: 0, index: 1, outcome: "partly", judgedBy: "person" });

  // Nobody knows how it came out: then nothing of it leaves.
  await page.getByLabel("How did it come out?").selectOption("not known");
  await expect(leaves).toContainText("Which task it was stays here.");
  expect(await task()).toBeUndefined();
  await page.getByLabel("How did it come out?").selectOption("given up");
  await expect(leaves).toContainText("given up");
  await page.getByText("Exact bytes").click();
  const shown = await page.getByTestId("exact-bytes").textContent();

  await shipsNow(person);
  await expect.poll(() => states(person)).toEqual(["shipped"]);
  const [collected] = collector.shipments();
  expect(collected!.bytes).toBe(shown);
  expect(collected!.shipment.task).toEqual({ tool: 0, index: 1, outcome: "gave-up", judgedBy: "person" });
  expect(collected!.bytes).not.toMatch(/deploy|started|afterwards/i);

  // Too late: it is noted here, and said to be.
  await which.selectOption("Export the flows");
  await expect(page.getByText("What left before does not say it.")).toBeVisible();
  expect((await shipments(person)).map(({ bytes }) => bytes)).toEqual([shown]);

  const out = join(folder, "dataset");
  const main = join(import.meta.dirname, "..", "collector/dataset/main.ts");
  execFileSync(process.execPath, [main, "build", "--from", collector.file, "--out", out], { stdio: "pipe" });
  expect(JSON.parse(readFileSync(join(out, "trajectories.jsonl"), "utf8")).task).toMatchObject({
    ...{ sentence: "Change a flow and deploy it", outcome: "gave-up", judgedBy: "person" },
  });
});
