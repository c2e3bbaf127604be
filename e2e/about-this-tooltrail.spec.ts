// About: who runs it, what the policy narrows, the two limits that are the person's own, and counts to pass on.
import { noticeVersion } from "../schemas/notice-version.ts";
import { saysPolicy } from "./fake-policy.ts";
import { expect, test } from "./fixtures.ts";
import { withoutFaults } from "./without-faults.ts";

const day = 86_400_000;

test("without a company nobody is named, and with one it is named with its rules", async ({ person }) => {
  const page = await person.section("about");
  await expect(page.getByText("Nobody has set a company.")).toBeVisible();
  await expect(page.getByText("No policy is in force here")).toBeVisible();
  await expect(page.locator(".promises > li")).toHaveCount(15);
  await withoutFaults(page);
  const policy = {
    company: "Norhaven",
    contact: "works-council@norhaven.example",
    kinds: ["click" as const],
    regions: { be: { retentionDays: 5 } },
    region: "be",
  };
  await saysPolicy(person, { good: { policy, since: Date.now() } });
  await expect(page.getByText("works-council@norhaven.example").first()).toBeVisible();
  await expect(
    page.getByRole("row", { name: /^Kinds Only: Clicks Off for everybody: Drags,/ }),
  ).toBeVisible();
  await expect(page.getByRole("row", { name: "Kept here (region be) 5 days Usually 30 days" })).toBeVisible();
  await page.getByText("The policy as it came").click();
  expect(JSON.parse((await page.locator("pre").textContent())!)).toEqual(policy);
  await withoutFaults(page);
});

test("the review window is made longer here, and never shorter than the company's", async ({ person }) => {
  const page = await person.section("about");
  const hours = page.getByLabel("How long a shipment waits for your review");
  await hours.selectOption({ label: "3 days" });
  await expect(page.getByText("A shipment now waits 3 days.")).toBeVisible();
  await expect.poll(() => person.rows("settings")).toContainEqual({ key: "review", hours: 72 });
  await saysPolicy(person, { good: { policy: { reviewHours: 96 }, since: Date.now() } });
  await expect(hours).toHaveValue("96");
  await expect(hours.getByRole("option", { name: "24 hours" })).toHaveCount(0);
});

test("a profile marked as shared asks again after thirty idle days, and says why", async ({ person }) => {
  await person.agrees(["Clicks"]);
  const page = await person.section("about");
  await page.getByRole("switch", { name: "Several people use this profile" }).check();
  await expect(page.getByText("Marked as shared.")).toBeVisible();
  await person.moveClock(31 * day);
  await person.section("notice");
  await page.reload();
  const changed = page.getByRole("region", { name: "What changed since your last answer" });
  await expect(changed).toContainText("nobody worked in it for 30 days");
  await expect(page.getByRole("switch", { name: "Clicks" })).not.toBeChecked();
});

test("counts and versions are copied as text, and hold nothing of a page", async ({ person, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await person.section("about");
  await page.getByRole("button", { name: "Copy as text" }).click();
  await expect(page.getByText("Copied. It holds versions and counts")).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(new RegExp(`^Extension: [\\d.]+\nNotice: ${noticeVersion}\nBrowser: Chrome \\d+\n`));
  expect(text).toContain("Shipments that were refused: 0");
});
