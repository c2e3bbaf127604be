// P12: a browser that is killed while a shipment is on its way sends it again, and it is stored once.
import { readlinkSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "@playwright/test";
import { Collector } from "./collector.ts";
import { expect, launch, test } from "./fixtures.ts";
import { allThatLeaves, Person } from "./person.ts";
import { clicksRows, finishes, opens, shipments, shipsNow, states } from "./work.ts";
import { handsOn, says, startWrongCollector } from "./wrong-collector.ts";

/** Kills the browser of this profile, which says its process's number there, and waits until it is gone. */
async function kills(context: BrowserContext, profile: string): Promise<void> {
  const gone = new Promise<void>((closed) => context.once("close", () => closed()));
  const lock = readlinkSync(join(profile, "SingletonLock"));
  process.kill(Number(lock.slice(lock.lastIndexOf("-") + 1)), "SIGKILL");
  await gone;
}

test("killed before the answer, it begins anew with what it had, and ships it once", async ({
  folder,
  site,
}) => {
  const profile = join(folder, "profile");
  const context = await launch(profile);
  const person = await Person.meets(context);
  const collector = new Collector(folder, 0);
  await collector.start();
  // The collector has it, and the answer is never given.
  const proxy = await startWrongCollector(handsOn(collector.port, () => {}));
  try {
    await person.agrees(allThatLeaves);
    const tool = await opens(person, site);
    await clicksRows(person, tool, [1, 2]);
    const made = await finishes(person);
    const recorded = await person.steps();
    await shipsNow(person);
    await expect.poll(() => collector.shipments()).toHaveLength(1);
    expect(await states(person)).toEqual(["waiting"]);
    await kills(context, profile);

    proxy.answer = handsOn(collector.port, (response, status, text) =>
      says(status, "application/json", text)(response, Buffer.of()),
    );
    const again = await launch(profile);
    try {
      const same = await Person.at(again, person.id);
      await expect.poll(() => states(same), { timeout: 60_000 }).toEqual(["shipped"]);
      expect((await shipments(same)).map(({ bytes }) => bytes)).toEqual([made.bytes]);
      // What was acknowledged to the page is there too.
      expect(await same.steps()).toEqual(recorded);
    } finally {
      await again.close();
    }
    expect(collector.shipments().map(({ bytes }) => bytes)).toEqual([made.bytes]);
    expect(proxy.posted).toHaveLength(2);
  } finally {
    await proxy.close();
    await collector.stop();
    await context.close();
  }
});
