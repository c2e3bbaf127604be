// P5: what the person sees in the preview is what leaves, byte for byte, and only after the review window.
import { unpack } from "../schemas/unpack.ts";
import { expect, test } from "./fixtures.ts";
import { allThatLeaves, type Person } from "./person.ts";
import { clicksRows, finishes, hour, minute, opens, shipments, shipsNow, states } from "./work.ts";
import { acknowledges, startWrongCollector } from "./wrong-collector.ts";

/** The bytes as the page shows them, opened by the person. */
async function preview(person: Person): Promise<string> {
  const fold = person.options.getByTestId("trajectory");
  const shown = fold.getByTestId("exact-bytes");
  if (!(await shown.isVisible())) await fold.getByText("Exact bytes").click();
  return (await shown.textContent())!;
}

const stepsIn = (bytes: string): unknown[] => unpack(JSON.parse(bytes))!.steps;

test("the bytes shown are the bytes collected, and a deleted step is in neither", async ({
  person,
  site,
  collector,
}) => {
  await person.agrees(allThatLeaves);
  const tool = await opens(person, site);
  await clicksRows(person, tool, [0, 3, 5]);
  await tool.getByLabel("Notes").pressSequentially("kept here, never there");
  await tool.getByRole("button", { name: "Deploy" }).click();
  await expect.poll(async () => (await person.steps()).some(({ kind }) => kind === "typing")).toBe(true);
  await finishes(person);

  const page = await person.section("data");
  const before = await preview(person);
  const all = stepsIn(before);
  // That a page was opened does not leave: what was done there says it.
  const acts = async () => (await person.steps()).filter(({ kind }) => kind !== "navigate").length;
  expect(all).toHaveLength(await acts());

  // The third step: the click on the row with number 3, the second that leaves.
  await page.getByRole("button", { name: "Delete step 3" }).click();
  // Made anew when it cannot be undone any more.
  await expect
    .poll(async () => stepsIn(await preview(person)), { timeout: 25_000 })
    .toEqual(all.toSpliced(1, 1));
  const shown = await preview(person);
  expect(await acts()).toBe(all.length - 1);
  expect((await shipments(person)).map(({ bytes }) => bytes)).toEqual([shown]);

  expect(collector.shipments()).toEqual([]);
  await shipsNow(person);
  await expect.poll(() => states(person)).toEqual(["shipped"]);
  expect(collector.shipments().map(({ bytes }) => bytes)).toEqual([shown]);
  await person.section("shipped");
  await page.getByTestId("shipment").getByText("Exact bytes").click();
  expect(await page.getByTestId("exact-bytes").textContent()).toBe(shown);
});

/** Minutes until the background wakes by itself: set anew at the end of all that is due. */
const alarmIn = (person: Person): Promise<number> =>
  person.options.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { alarms: { get(name: string): Promise<{ scheduledTime: number }> } };
    };
    return ((await chrome.alarms.get("due")).scheduledTime - Date.now()) / 60_000;
  });

test("nothing leaves before the review window is over; then it leaves without a touch", async ({
  person,
  site,
}) => {
  const collector = await startWrongCollector(acknowledges);
  try {
    await person.agrees(allThatLeaves);
    const tool = await opens(person, site);
    await clicksRows(person, tool, [1]);
    const first = await finishes(person);
    const window = first.readyAt - Date.now();
    expect(window).toBeGreaterThan(23.9 * hour);

    await person.moveClock(window - 10 * minute);
    // What was due is done, and the next is due when the window is over.
    await expect.poll(async () => Math.round((await alarmIn(person)) / 2)).toBe(5);
    expect(collector.posted).toEqual([]);
    expect(await states(person)).toEqual(["waiting"]);

    await person.moveClock(window + minute);
    await expect.poll(() => states(person)).toEqual(["shipped"]);
    expect(collector.posted.map((shipment) => shipment.id)).toEqual([first.id]);
  } finally {
    await collector.close();
  }
});

test("ship now ends the window of the one shipment only", async ({ person, site }) => {
  const collector = await startWrongCollector(acknowledges);
  try {
    await person.agrees(allThatLeaves);
    const tool = await opens(person, site);
    await clicksRows(person, tool, [1]);
    await finishes(person);
    await clicksRows(person, tool, [2]);
    await finishes(person);
    // Each leaves at a moment of its own; the next one stands first.
    const [first] = (await shipments(person)).sort((a, b) => a.readyAt - b.readyAt);
    const page = await person.section("data");
    await page.getByTestId("waiting").first().getByRole("button", { name: "Ship now" }).click();
    await expect.poll(async () => (await states(person)).toSorted()).toEqual(["shipped", "waiting"]);
    expect(collector.posted.map((shipment) => shipment.id)).toEqual([first!.id]);
    expect((await shipments(person)).find(({ id }) => id === first!.id)).toMatchObject({ state: "shipped" });
  } finally {
    await collector.close();
  }
});

if (process.env.TOOLTRAIL_LONG) {
  test("the alarm alone ships it when the window ends", async ({ person, site }) => {
    test.setTimeout(150_000);
    const collector = await startWrongCollector(acknowledges);
    try {
      await person.agrees(allThatLeaves);
      const tool = await opens(person, site);
      await clicksRows(person, tool, [1]);
      const { readyAt } = await finishes(person);
      await person.moveClock(readyAt - Date.now() - 15_000);
      await expect.poll(() => alarmIn(person)).toBeLessThan(1);
      expect(collector.posted).toEqual([]);
      await person.killWorker();
      await expect.poll(() => states(person), { timeout: 90_000 }).toEqual(["shipped"]);
      expect(collector.posted).toHaveLength(1);
    } finally {
      await collector.close();
    }
  });
}
