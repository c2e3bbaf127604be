// The notice: nothing is preselected, every answer takes the same effort, and each leaves a receipt.
import { readFile } from "node:fs/promises";
import { receiptSchema } from "../schemas/consent.ts";
import { expect, test } from "./fixtures.ts";
import { withoutFaults } from "./without-faults.ts";
import { writesRows } from "./writes-rows.ts";

test("agree, decline and later are equal, and nothing is switched on", async ({ person }) => {
  const page = await person.section("notice");
  const switches = page.getByRole("switch");
  await expect(switches.first()).toBeVisible();
  for (const each of await switches.all()) await expect(each).not.toBeChecked();
  const boxes = [];
  for (const name of ["Agree", "Decline", "Decide later"]) {
    const button = page.getByRole("button", { name, exact: true });
    const look = await button.evaluate((element) => {
      const { width, height } = element.getBoundingClientRect();
      const { color, backgroundColor, borderColor, fontWeight, fontSize } = getComputedStyle(element);
      return [
        Math.round(width),
        Math.round(height),
        color,
        backgroundColor,
        borderColor,
        fontWeight,
        fontSize,
      ];
    });
    boxes.push(look);
  }
  expect(boxes[1]).toEqual(boxes[0]);
  expect(boxes[2]).toEqual(boxes[0]);
  await withoutFaults(page);
});

test("later, no, yes and another yes each leave a receipt, which can be read as a file", async ({
  person,
}) => {
  const page = await person.section("notice");
  await page.getByRole("button", { name: "Decide later" }).click();
  await expect(page.getByText("no reminder follows")).toBeVisible();
  await page.getByRole("button", { name: "Decline", exact: true }).click();
  await expect(page.getByText("You declined.")).toBeVisible();
  await person.agrees(["Clicks"]);
  await page.getByRole("switch", { name: "Scrolling" }).check();
  await page.getByRole("button", { name: "Agree to this choice" }).click();
  await expect.poll(async () => (await person.receipts()).length).toBe(4);
  const receipts = await person.receipts();
  expect(receipts.map(({ answer }) => answer)).toEqual(["later", "declined", "agreed", "agreed"]);
  expect(receipts.map(({ kinds }) => kinds)).toEqual([[], [], ["click"], ["click", "scroll"]]);

  await page.getByText("Your answers so far (4)").click();
  const rows = page.locator(".receipts tbody tr");
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(3)).toContainText("decided later");
  const downloads = page.waitForEvent("download");
  await rows.nth(1).getByRole("button", { name: "Download the receipt" }).click();
  const file = await readFile(await (await downloads).path(), "utf8");
  expect(receiptSchema.parse(JSON.parse(file))).toEqual(receipts[2]);
  await withoutFaults(page);
});

test("what is switched on is off again after a no, and withdrawing takes no more clicks than agreeing", async ({
  person,
}) => {
  const page = await person.section("notice");
  await page.getByRole("switch", { name: "Clicks" }).check();
  await page.getByRole("button", { name: "Decline", exact: true }).click();
  await expect(page.getByRole("switch", { name: "Clicks" })).not.toBeChecked();
  // Two clicks: one kind, and the answer.
  await person.agrees(["Clicks"]);
  // Two clicks: the question, and its answer.
  await page.getByRole("main").getByRole("button", { name: "Withdraw" }).click();
  await page.getByRole("button", { name: "Withdraw and erase" }).click();
  await expect.poll(async () => (await person.receipts()).at(-1)?.answer).toBe("withdrawn");
  await expect(page.getByRole("switch", { name: "Clicks" })).not.toBeChecked();
  await expect(page.getByRole("button", { name: "Agree", exact: true })).toBeVisible();
});

test("an answer to an older notice is told what came since, and counts no more", async ({ person }) => {
  await person.agrees(["Clicks"]);
  const receipts = (await person.receipts()).map((receipt) => ({ ...receipt, notice: receipt.notice - 1 }));
  await writesRows(person, { receipts });
  await person.options.reload();
  const page = await person.section("notice");
  const changed = page.getByRole("region", { name: "What changed since your last answer" });
  await expect(changed).toContainText("which task of the tool's published list it was");
  await expect(changed).toContainText("Nothing is recorded until you agree again.");
  await expect(page.getByRole("switch", { name: "Clicks" })).not.toBeChecked();
  await expect(changed.getByRole("button", { name: "Withdraw" })).toBeVisible();
  await withoutFaults(page);
  await page.emulateMedia({ colorScheme: "light" });
  await person.agrees(["Clicks"]);
  await expect(changed).toBeHidden();
});
