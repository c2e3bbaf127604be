// An update takes effect by itself, in open pages too and in mid-upload: no act is kept twice, nothing is sent twice,
// and of acts only those are lost that fall between the old script and the new one. When nobody waits too long for a
// good moment, nobody acts then; a-company-installs-updates-and-stops shows that with a browser that updates.
import type { Page } from "@playwright/test";
import { Collector } from "./collector.ts";
import { expect, test } from "./fixtures.ts";
import { freePort } from "./free-port.ts";
import { allThatLeaves, Person } from "./person.ts";
import { UpdatableBuild, versionAt, waitedLong } from "./updatable-build.ts";
import { clicksRows, finishes, opens, shipments, shipsNow, states } from "./work.ts";
import { handsOn, startWrongCollector } from "./wrong-collector.ts";

/** For so long at most, in milliseconds, acts are lost that fall between the old script and the new one. */
const longestGap = 3000;

const clicks = async (person: Person): Promise<number[]> =>
  (await person.steps())
    .filter(({ kind }) => kind === "click")
    .map(({ at }) => at)
    .sort((a, b) => a - b);

/** The moments of the page's own clicks, counted from its load as those of steps are. */
const watchesClicks = (tool: Page): Promise<void> =>
  tool.evaluate(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { seen });
    addEventListener("click", ({ timeStamp }) => seen.push(timeStamp), true);
  });
const seenClicks = (tool: Page): Promise<number[]> =>
  tool.evaluate(() => (globalThis as unknown as { seen: number[] }).seen);

test("in the midst of work an open page goes on without a reload: nothing twice, a short gap at most", async ({
  folder,
  site,
}) => {
  const build = new UpdatableBuild(folder);
  const context = await build.start();
  try {
    const before = await Person.meets(context);
    await before.agrees();
    const tool = await opens(before, site);
    await watchesClicks(tool);
    await clicksRows(before, tool, [1, 2, 3]);
    await before.section("tools");
    await build.comes(before, "0.1.1");
    const comesBack = context.waitForEvent("page");
    await waitedLong(before);
    let [after, firstAfter]: [Page?, number?] = [];
    void comesBack.then((page) => {
      after = page;
    });
    // Acts without a break until a good while after the new version's own page is there.
    await expect(async () => {
      await tool.getByRole("button", { name: "Open 4" }).click();
      const newest = (await seenClicks(tool)).at(-1)!;
      if (after) firstAfter ??= newest;
      expect(newest - (firstAfter ?? newest)).toBeGreaterThan(3000);
    }).toPass({ timeout: 40_000, intervals: [50] });
    const person = await Person.at(context, before.id);
    expect(await versionAt(person.options)).toBe("0.1.1");
    // The page of ours that was open is open, where it was.
    expect(after!.url()).toContain("#tools");
    const done = await seenClicks(tool);
    await expect.poll(async () => Math.abs((await clicks(person)).at(-1)! - done.at(-1)!)).toBeLessThan(20);
    const kept = await clicks(person);
    const keptOf = (at: number) => kept.filter((one) => Math.abs(one - at) < 20).length;
    expect(done.filter((at) => keptOf(at) > 1)).toEqual([]);
    const lost = done.filter((at) => keptOf(at) === 0);
    expect(kept).toHaveLength(done.length - lost.length);
    // One gap, and a short one: what is lost lies side by side.
    const [first = 0, last = 0] = [lost[0], lost.at(-1)];
    expect(done.filter((at) => at >= first && at <= last)).toEqual(lost);
    expect(last - first).toBeLessThan(longestGap);
  } finally {
    await context.close();
  }
});

test("in mid-upload: what was under way is sent again and stored once", async ({ folder, site }) => {
  const port = await freePort();
  const collector = new Collector(folder, port);
  await collector.start();
  // The first is stored, and its answer never comes.
  const between = await startWrongCollector(handsOn(port, () => undefined));
  const build = new UpdatableBuild(folder);
  const context = await build.start();
  try {
    const before = await Person.meets(context);
    await before.agrees(allThatLeaves);
    const tool = await opens(before, site);
    await clicksRows(before, tool, [1, 2]);
    const made = await finishes(before);
    const receipts = await before.receipts();
    await shipsNow(before);
    await expect.poll(() => collector.shipments().length).toBe(1);
    await build.comes(before, "0.1.1");
    expect(await versionAt(before.options)).toBe("0.1.0");
    between.answer = handsOn(port, (response, status, text) =>
      response.writeHead(status, { "content-type": "application/json" }).end(text),
    );
    await waitedLong(before);
    await before.options.waitForEvent("close");
    const person = await Person.at(context, before.id);
    expect(await versionAt(person.options)).toBe("0.1.1");
    await expect.poll(() => states(person), { timeout: 20_000 }).toEqual(["shipped"]);
    expect(between.posted.map(({ id }) => id)).toEqual([made.id, made.id]);
    expect(collector.shipments().map(({ id, bytes }) => ({ id, bytes }))).toEqual([
      { id: made.id, bytes: made.bytes },
    ]);
    expect((await shipments(person)).map(({ bytes }) => bytes)).toEqual([made.bytes]);
    expect(await person.receipts()).toEqual(receipts);
    // What is done now is recorded, in the page as it was.
    await clicksRows(person, tool, [3]);
  } finally {
    await context.close();
    await between.close();
    await collector.stop();
  }
});
