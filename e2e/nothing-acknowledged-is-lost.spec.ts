// P12: a worker killed at any moment loses nothing, and doubles nothing, of what a person did.
import { randomInt } from "node:crypto";
import { expect, test } from "./fixtures.ts";
import type { StoredStep } from "./person.ts";
import { opens } from "./work.ts";

const rounds = process.env.TOOLTRAIL_LONG ? 60 : 12;

/** The numbers of the clicked rows, from the click paths: the list item's place in its list. */
const clickedRows = (steps: readonly StoredStep[]): number[] =>
  steps
    .filter(({ kind }) => kind === "click")
    .map(
      ({ target }) => (target!.path as { tag: unknown; nth: number }[]).find(({ tag }) => tag === "li")!.nth,
    );

test(`a worker killed ${rounds} times at random moments: every click is stored once, in order`, async ({
  person,
  site,
}) => {
  test.setTimeout(60_000 + rounds * 5_000);
  await person.agrees();
  const page = await opens(person, site);
  const clicked: number[] = [];
  let ended = false;

  const works = async () => {
    while (!ended) {
      const row = randomInt(6);
      await page.getByRole("button", { name: `Open ${row}` }).click();
      clicked.push(row);
      // Some acts come close together, others find the last batch handed over.
      await page.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), randomInt(400));
    }
  };
  const disturbs = async () => {
    let killed = 0;
    while (killed < rounds) {
      await page.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), randomInt(1500));
      if (await person.killWorker()) killed++;
    }
    ended = true;
    return killed;
  };
  const [, killed] = await Promise.all([works(), disturbs()]);
  expect(killed).toBe(rounds);
  // The page waits up to half a minute between tries that failed.
  await expect
    .poll(async () => clickedRows(await person.steps()).length, { timeout: 60_000 })
    .toBeGreaterThanOrEqual(clicked.length);
  expect(clickedRows(await person.steps())).toEqual(clicked);
  expect(await person.dropped()).toEqual({});

  // The totals were kept in the same transactions, and the person can finish and review it.
  const totals = await person.rows<{ kind: string; count: number }>("totals");
  expect(totals.find(({ kind }) => kind === "click")).toMatchObject({ count: clicked.length });
});

test("a page that is left, closed or reloaded hands over what it had not sent yet", async ({
  person,
  site,
}) => {
  await person.agrees();
  const page = await opens(person, site);
  const clicked: number[] = [];
  const clicks = async (row: number) => {
    await page.getByRole("button", { name: `Open ${row}` }).click();
    clicked.push(row);
  };
  await clicks(0);
  await page.goto(`${site.url}next`);
  await page.goto(site.url);
  await expect.poll(async () => clickedRows(await person.steps())).toEqual(clicked);
  await clicks(1);
  await page.reload();
  await expect.poll(async () => clickedRows(await person.steps())).toEqual(clicked);
  await clicks(2);
  await clicks(3);
  await page.close({ runBeforeUnload: true });
  await expect.poll(async () => clickedRows(await person.steps())).toEqual(clicked);
  expect(await person.dropped()).toEqual({});
});
