// P14: whoever opened what was collected stands on the Shipped page, and a ledger that was changed shows there.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.ts";

test("an opening is shown once it is asked for; a changed entry and a silent collector are said", async ({
  person,
  collector,
  folder,
}) => {
  const open = (why: string) =>
    execFileSync(process.execPath, [
      ...["collector/dataset/main.ts", "build", "--from", collector.file, "--out", join(folder, why)],
      ...["--who", "data team", "--why", why],
    ]);
  await person.agrees();
  const page = await person.section("shipped");
  const card = page.getByTestId("ledger");
  const entries = card.getByTestId("ledger-entry");
  const read = card.getByRole("button", { name: "Read the ledger" });
  await expect(card).toContainText("sees that somebody at this computer reads the ledger");
  await expect(entries).toHaveCount(0);
  await read.click();
  await expect(card).toContainText("Nobody has opened it yet.");

  open("release-1");
  await read.click();
  await expect(entries).not.toHaveCount(0);
  await expect(entries.first()).toContainText("data set built");
  await expect(entries.first()).toContainText("data team");
  await expect(entries.first()).toContainText("release-1");
  await expect(entries.first()).toContainText("fewer than 20");
  await expect(card).toContainText("with what was read before");
  expect((await new AxeBuilder({ page }).include("[data-testid=ledger]").analyze()).violations).toEqual([]);

  // Who has the file changes who it was.
  const database = new DatabaseSync(collector.file);
  database.exec("UPDATE ledger SET who = 'nobody' WHERE number = 1");
  database.close();
  await read.click();
  await expect(card).toContainText("Entry 1 does not follow");
  await page.reload();
  await expect(card).toContainText("Entry 1 does not follow");

  await collector.stop();
  await read.click();
  await expect(card.getByRole("status")).toContainText("The collector did not answer.");
  await expect(entries.first()).toContainText("release-1");
});
