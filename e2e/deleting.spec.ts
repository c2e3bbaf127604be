// What the person deletes is gone: from the steps, the totals and what waits to leave.
import { unpack } from "../schemas/unpack.ts";
import { expect, test } from "./fixtures.ts";
import { isolatedWorld } from "./isolated-world.ts";
import { allThatLeaves, type Person } from "./person.ts";
import { startSite } from "./site.ts";
import { clicksRows, finishes, hour, opens, shipments, shipsNow, states, unfolds, visits } from "./work.ts";
import { acknowledges, startWrongCollector } from "./wrong-collector.ts";

/** Steps of every trajectory, by reading chunks and open steps; the totals and the queue must say the same. */
async function consistent(person: Person): Promise<{ steps: number; waiting: number[] }> {
  const steps = await person.steps();
  const totals = await person.rows<{ tool: string; kind: string; count: number }>("totals");
  const counted = Map.groupBy(steps, ({ tool, kind }) => `${String(tool)} ${kind}`);
  const summed = new Map<string, number>();
  for (const { tool, kind, count } of totals) {
    summed.set(`${tool} ${kind}`, (summed.get(`${tool} ${kind}`) ?? 0) + count);
  }
  expect(Object.fromEntries(summed)).toEqual(
    Object.fromEntries([...counted].map(([key, group]) => [key, group.length])),
  );
  const chunks = await person.rows<{ trajectory: string; lines: string; count: number }>("chunks");
  const waiting: number[] = [];
  for (const { trajectory, bytes } of await shipments(person)) {
    const kept = chunks
      .filter((chunk) => chunk.trajectory === trajectory)
      .flatMap(({ lines }) => lines.split("\n").filter(Boolean))
      .map((line) => JSON.parse(line) as { n: number; step: { kind: string } })
      .filter(({ step }) => step.kind !== "navigate")
      .toSorted((a, b) => a.n - b.n);
    const leaving = unpack(JSON.parse(bytes))!.steps;
    expect(leaving.map(({ kind }) => kind)).toEqual(kept.map(({ step }) => step.kind));
    waiting.push(leaving.length);
  }
  const keys = await person.rows<{ shipment: string }>("eraseKeys");
  expect(keys.map(({ shipment }) => shipment).toSorted()).toEqual(
    (await shipments(person)).map(({ id }) => id).toSorted(),
  );
  return { steps: steps.length, waiting: waiting.toSorted((a, b) => a - b) };
}

/** For ten seconds a deletion can be undone, and what it means is hidden; then it is gone. */
const undone = { timeout: 25_000 };

/** Waits until so many steps are left, then holds the rest against them. */
async function left(person: Person, steps: number, waiting: number[]): Promise<void> {
  await expect.poll(async () => (await person.steps()).length, undone).toBe(steps);
  await expect.poll(async () => (await shipments(person)).length).toBe(waiting.length);
  expect(await consistent(person)).toEqual({ steps, waiting });
}

test("a step, a trajectory, a tool's steps, everything: store, totals and queue follow", async ({
  person,
  site,
}) => {
  test.setTimeout(150_000);
  const other = await startSite();
  try {
    await person.agrees(allThatLeaves);
    const board = await opens(person, site);
    await clicksRows(person, board, [0, 1, 2]);
    const second = await opens(person, other, "Second");
    await clicksRows(person, second, [3]);
    await finishes(person);
    await left(person, 6, [4]);
    await clicksRows(person, board, [4]);
    await finishes(person);
    await clicksRows(person, second, [5, 0]);
    await left(person, 9, [1, 4]);

    const page = await person.section("data");
    const folds = page.getByTestId("trajectory");
    await expect(page.getByTestId("truth")).toContainText("9 steps are stored");
    // One step of the open trajectory, the newest, and one of the oldest, which waits.
    await folds.first().getByRole("button", { name: "Delete step 1" }).click();
    await left(person, 8, [1, 4]);
    await unfolds(folds.last());
    await folds.last().getByRole("button", { name: "Delete step 2" }).click();
    await left(person, 7, [1, 3]);

    await page.getByRole("button", { name: "Delete the steps in Second" }).click();
    await page.getByRole("button", { name: "Delete for good" }).click();
    await left(person, 4, [1, 2]);
    await expect(page.getByTestId("truth")).toContainText("4 steps are stored");

    await folds.first().getByRole("button", { name: "Delete this trajectory" }).click();
    await left(person, 3, [2]);

    const erasing = await person.section("export");
    await erasing.getByRole("button", { name: "Erase everything here" }).click();
    await erasing.getByRole("button", { name: "Erase for good" }).click();
    await left(person, 0, []);
    expect(await person.rows("trajectories")).toEqual([]);
    expect((await person.rows("tools")).length).toBe(2);

    // Erasing does not stop recording, as the page says.
    await clicksRows(person, board, [1]);
    await left(person, 1, []);
  } finally {
    await other.close();
  }
});

test("the last 15 minutes: what is older stays", async ({ person, site }) => {
  await person.agrees(allThatLeaves);
  const board = await opens(person, site);
  await clicksRows(person, board, [0]);
  await finishes(person);
  // The recorder tells the time by Date where the page's own clock has drifted from it, as after sleep.
  const world = await isolatedWorld(board, person);
  const setClock = (minutes: number) =>
    world.run(`Date.now = () => performance.timeOrigin + performance.now() + ${minutes} * 60_000`);
  await setClock(-40);
  await clicksRows(person, board, [1, 2]);
  await setClock(-16);
  await clicksRows(person, board, [3]);
  await setClock(-14);
  await clicksRows(person, board, [4, 5]);
  // The trajectory of 40 minutes ago is closed by the pause after it; that of 16 and 14 minutes ago is one.
  await left(person, 7, [1, 2]);
  const page = await person.section("data");
  await page.getByRole("button", { name: "Forget the last 15 minutes" }).click();
  // The one of 16 minutes ago has been idle since: it closes by itself, and leaves without what was forgotten.
  await left(person, 3, [1, 2]);
});

test("deleted while it is under way: it is not sent again, and the key that erases it stays", async ({
  person,
  site,
}) => {
  let letGo: (() => void) | undefined;
  const collector = await startWrongCollector((response) => {
    letGo = () => response.destroy();
  });
  try {
    await person.agrees(allThatLeaves);
    const board = await opens(person, site);
    await clicksRows(person, board, [0, 1]);
    const { id } = await finishes(person);
    await shipsNow(person);
    await expect.poll(() => letGo !== undefined).toBe(true);
    const page = await person.section("data");
    await unfolds(page.getByTestId("trajectory").first());
    await page.getByRole("button", { name: "Delete step 1" }).click();
    await expect.poll(async () => (await person.steps()).length, undone).toBe(2);
    await expect.poll(() => shipments(person)).toEqual([]);
    expect(await person.rows("eraseKeys")).toMatchObject([{ shipment: id, kept: true }]);
    collector.answer = acknowledges;
    letGo!();
    await person.moveClock(48 * hour);
    await clicksRows(person, board, [2]);
    const later = await finishes(person);
    await shipsNow(person);
    await expect.poll(() => states(person)).toEqual(["shipped"]);
    expect(collector.posted.map((shipment) => shipment.id)).toEqual([id, later.id]);
  } finally {
    await collector.close();
  }
});

test("deleting the steps of a trajectory one by one ends with none, and new steps begin another", async ({
  person,
  site,
}) => {
  await person.agrees(allThatLeaves);
  const board = await opens(person, site);
  await clicksRows(person, board, [0]);
  const page = await person.section("data");
  for (const rest of [1, 0]) {
    await page.getByRole("button", { name: "Delete step 1" }).click();
    await left(person, rest, []);
  }
  expect(await person.rows("trajectories")).toEqual([]);
  const again = await visits(person, site);
  await clicksRows(person, again, [2]);
  await finishes(person);
  await left(person, 2, [1]);
});
