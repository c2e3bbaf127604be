// A company's policy on the notice, in the side bar and in banners: what it holds is said, and never switched on.
import type { Policy } from "../schemas/policy.ts";
import { saysPolicy } from "./fake-policy.ts";
import { expect, test } from "./fixtures.ts";
import { withoutFaults } from "./without-faults.ts";

const named = { company: "Norhaven", contact: "works-council@norhaven.example" };
const inForce = (policy: Policy) => ({ good: { policy: { ...named, ...policy }, since: Date.now() } });
const listed = (alias: string, origin: string) => ({
  alias,
  pattern: `${origin}/*`,
  owner: "Operations",
  reason: "Routine orders",
  vocabulary: null,
});

test("kinds that the policy holds cannot be switched on, and time limits are the policy's", async ({
  person,
}) => {
  await saysPolicy(
    person,
    inForce({
      kinds: ["click", "typing"],
      retentionDays: 7,
      reviewHours: 48,
      cover: true,
      notice: { en: "Ask Maja Brandt, extension 4410.", de: "Fragen Sie Maja Brandt." },
      agreedWith: "Works council, 28 October 2026",
    }),
  );
  const page = await person.section("notice");
  await expect(page.getByText("What Norhaven adds")).toBeVisible();
  await expect(page.getByText("Ask Maja Brandt, extension 4410.")).toBeVisible();
  await expect(page.getByText("Works council, 28 October 2026")).toBeVisible();
  await expect(page.getByText(/Notice \d+, asked by Norhaven/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Stays in this browser, 7 days" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Leaves, after 2 days to review" })).toBeVisible();
  await expect(page.getByText("Your company has turned on cover")).toBeVisible();
  const scrolling = page.getByRole("switch", { name: "Scrolling" });
  await expect(scrolling).toBeDisabled();
  await expect(scrolling).toHaveAccessibleDescription(/Kept off by your company's policy/);
  await expect(page.getByRole("switch", { name: "Clicks" })).toBeEnabled();
  await expect(page.getByText("while all of these are on: Clicks and Typing rhythm.")).toBeVisible();
  await withoutFaults(page);
});

test("an answer covers those tools of the company's list that are switched on, and no other", async ({
  person,
  site,
}) => {
  const { origin } = new URL(site.url);
  const other = origin.replace("127.0.0.1", "localhost");
  await saysPolicy(
    person,
    inForce({
      tools: [
        listed("Board", origin),
        listed("Stock", other),
        listed("Wages", "https://wages.norhaven.example"),
      ],
      forbiddenHosts: ["wages.norhaven.example"],
    }),
  );
  const page = await person.section("notice");
  for (const each of await page.getByRole("switch").all()) await expect(each).not.toBeChecked();
  await expect(page.getByRole("switch", { name: "Wages" })).toBeDisabled();
  await page.getByRole("switch", { name: "Board", exact: true }).check();
  await page.getByRole("switch", { name: "Clicks" }).check();
  await page.getByRole("button", { name: "Agree", exact: true }).click();
  await expect.poll(async () => (await person.receipts()).at(-1)?.answer).toBe("agreed");
  const tools = await person.rows<{ id: string; alias: string; listedBy?: string }>("tools");
  expect(tools.map(({ alias, listedBy }) => [alias, listedBy])).toEqual([["Board", "company"]]);
  expect((await person.receipts()).at(-1)?.tools).toEqual([tools[0]!.id]);
  await expect(page.getByRole("switch", { name: "Board", exact: true })).toBeChecked();
  await expect(page.getByText("list without an answer of yours: Stock")).toBeVisible();

  // Taken out of the answer again.
  await page.getByRole("switch", { name: "Board", exact: true }).uncheck();
  await page.getByRole("button", { name: "Agree to this choice" }).click();
  await expect.poll(async () => (await person.receipts()).at(-1)?.tools).toEqual([]);
  await withoutFaults(page);
});

test("a stop is said on every section and can still be withdrawn from", async ({ person }) => {
  await person.agrees(["Clicks"]);
  await saysPolicy(person, inForce({ stop: true }));
  const page = await person.section("data");
  const side = page.getByRole("complementary");
  await expect(side.getByText("Stopped by your company")).toBeVisible();
  await expect(page.getByRole("status").getByText("Norhaven stopped recording for everybody")).toBeVisible();
  await expect(side.getByRole("button", { name: "Pause" })).toBeHidden();
  await expect(side.getByRole("button", { name: "Withdraw" })).toBeVisible();
});

test("a refused policy is said word by word: what is wrong, and what holds meanwhile", async ({ person }) => {
  await person.agrees(["Clicks"]);
  const why = [
    { at: "tools.0.pattern", problem: "public-suffix" as const },
    { at: "", problem: "unknown-key" as const },
  ];
  await saysPolicy(person, { refused: { at: Date.now(), why } });
  const page = await person.section("about");
  const side = page.getByRole("complementary");
  await expect(side.getByText("Your company's policy cannot be read")).toBeVisible();
  const banner = page.locator(".banner");
  await expect(banner).toContainText("Nothing is recorded, because what it forbids is not known");
  await expect(banner).toContainText("tools.0.pattern: an address that covers more than one site");
  await expect(banner).toContainText("The policy itself: a rule that this version does not know");
  await withoutFaults(page);

  await saysPolicy(person, { ...inForce({ retentionDays: 9 }), refused: { at: Date.now(), why } });
  await expect(banner).toContainText("the last good one stays in force");
  await expect(page.getByRole("row", { name: "Kept here 9 days Usually 30 days" })).toBeVisible();

  await saysPolicy(person, inForce({ profile: "never" }));
  await expect(side.getByText("Your company lets nothing be recorded")).toBeVisible();
  await expect(banner).toContainText("Norhaven lets nothing be recorded in this profile.");
});
