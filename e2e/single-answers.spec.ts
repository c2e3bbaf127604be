// "Shipped" shows the week's single answers: how much of the budget is used, the true one beside the one that leaves.
import AxeBuilder from "@axe-core/playwright";
import type { QueuedStepReport } from "../schemas/step-report.ts";
import { expect, test } from "./fixtures.ts";
import type { Person } from "./person.ts";
import { writesRows } from "./writes-rows.ts";

/** Queues reports as a draw would. */
const queues = (person: Person, stepReports: readonly QueuedStepReport[]): Promise<void> =>
  writesRows(person, { stepReports });

const id = (letter: string) => `${letter.repeat(21)}A`;

test("none before a week is over; then each with its truth, and how many of the budget left", async ({
  person,
  site,
}) => {
  await person.agrees();
  await person.adds(site.url);
  const page = await person.section("shipped");
  const card = page.getByRole("region", { name: "Single answers" });
  await expect(card).toContainText("0 of 20 this week");
  await expect(card).toContainText("None was drawn yet.");

  const [tool] = await person.rows<{ id: string }>("tools");
  const now = Date.now();
  const common = { state: "waiting", row: tool!.id, trajectory: id("t"), n: 0, attempts: 0 } as const;
  const report = {
    format: "tooltrail-report/1",
    week: "2026-W46",
    tool: { tool: null, vocabulary: null },
    step: { kind: "typing", route: null, name: null },
  } as const;
  await queues(person, [
    {
      ...common,
      ...{ id: id("a"), report: { ...report, question: "corrected", answer: 0 }, truth: 1 },
      ...{ madeAt: now - 1, readyAt: now + 3_600_000, nextTryAt: 0 },
    },
    {
      ...common,
      ...{ id: id("b"), report: { ...report, question: "duration", answer: 6 }, state: "sent" },
      ...{ madeAt: now, readyAt: 0, nextTryAt: 0, sentAt: now },
    },
    {
      ...common,
      ...{ id: id("c"), report: { ...report, question: "paused", answer: 0 }, truth: 0, state: "rejected" },
      ...{ madeAt: now - 2, readyAt: 0, nextTryAt: 0, sentAt: now - 8 * 86_400_000 },
    },
  ]);
  // Written past the extension's own code, which tells its pages of what it writes.
  await page.reload();
  await expect(card).toContainText("1 of 20 this week");
  const [waiting, left, refused] = [0, 1, 2].map((at) => card.getByTestId("single-answer").nth(at));
  await expect(left!).toContainText("Time to the next step");
  await expect(left!).toContainText("deleted here");
  await expect(left!).toContainText("2 sec to 4 sec");
  await expect(waiting!).toContainText("A correction while typing");
  await expect(waiting!.getByRole("cell")).toContainText(["Board", "yes", "no", "waits, not before"]);
  await expect(refused!.getByRole("cell").last()).toContainText(
    "not confirmed by the collector, not sent again",
  );

  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)])).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
