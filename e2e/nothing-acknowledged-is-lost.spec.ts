// P12: a worker killed at any moment loses nothing, and doubles nothing, of what a person did.
import { randomInt } from "node:crypto";
import { expect, test } from "./fixtures.ts";
import { isolatedWorld } from "./isolated-world.ts";
import type { StoredStep } from "./person.ts";
import { startSite } from "./site.ts";
import { clicksRows, opens } from "./work.ts";

// Every second row may send a form, as far as a page script can know, and is handed over inside its event; the
// others wait for their effect and then for a batch.
const rows = Array.from(
  { length: 6 },
  (_, row) => `<li><button ${row % 2 ? "" : 'type="button"'}>Open ${row}</button></li>`,
);
const list = `<!doctype html><title>Rows</title><ul>${rows.join("")}</ul><a href="/next">Next</a>`;

const it = test.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern.
  site: async ({}, use) => {
    const site = await startSite({ "/": list });
    await use(site);
    await site.close();
  },
});

const rounds = process.env.TOOLTRAIL_LONG ? 60 : 12;

/** The numbers of the clicked rows, from the click paths: the list item's place in its list. */
const clickedRows = (steps: readonly StoredStep[]): number[] =>
  steps
    .filter(({ kind }) => kind === "click")
    .map(
      ({ target }) => (target!.path as { tag: unknown; nth: number }[]).find(({ tag }) => tag === "li")!.nth,
    );

it(`a worker killed ${rounds} times at random moments: every click is stored once, in order`, async ({
  person,
  site,
}) => {
  it.setTimeout(60_000 + rounds * 5_000);
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

it("replies that are lost on their way: the page sends again, and nothing is doubled", async ({
  person,
  site,
}) => {
  await person.agrees();
  const page = await opens(person, site);
  await clicksRows(person, page, [0]);
  const world = await isolatedWorld(page, person);
  // The background has kept the steps when its reply goes astray.
  await world.run(`{
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    globalThis.astray = 0;
    chrome.runtime.sendMessage = async (message) => {
      const reply = await send(message);
      if (globalThis.astray < 3) {
        globalThis.astray++;
        throw new Error("The message port closed before a response was received.");
      }
      return reply;
    };
  }`);
  await clicksRows(person, page, [1, 2, 3, 4]);
  await expect.poll(() => world.run("globalThis.astray")).toBe(3);
  await clicksRows(person, page, [5]);
  expect(clickedRows(await person.steps())).toEqual([0, 1, 2, 3, 4, 5]);
  expect(await person.dropped()).toEqual({});
});

it("a page that is left, closed or reloaded hands over what it had not sent yet", async ({
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
