// P7: what leaves is sealed, paid for with tokens that say nothing, and goes through the relay; and it can be erased.
import { expect, test } from "./fixtures.ts";
import { freePort } from "./free-port.ts";
import { allThatLeaves, type Person } from "./person.ts";
import { startSealedServices, toWednesday, usesServices } from "./sealed-services.ts";
import { clicksRows, finishes, opens, shipments, shipsNow, states } from "./work.ts";

interface Setting {
  key: string;
  at?: number;
  plan?: { fetches: { at: number; count: number }[]; until: number };
}
const setting = async (person: Person, key: string): Promise<Setting | undefined> =>
  (await person.rows<Setting>("settings")).find((row) => row.key === key);
const tokens = (person: Person) => person.rows<{ slot: string; item?: string }>("tokens");

test("tokens from the issuer, the shipment through the relay, once; then erased", async ({
  person,
  site,
  folder,
}) => {
  test.setTimeout(180_000);
  const shift = toWednesday();
  const services = await startSealedServices(folder, shift, await freePort());
  try {
    await usesServices(person);
    await person.moveClock(shift);
    await person.agrees(allThatLeaves);
    const board = await opens(person, site);
    await clicksRows(person, board, [1, 2]);
    const waiting = await finishes(person);
    // A moment of the day after the next is drawn for it, and then it waits for a slot, not for another day.
    expect(waiting.nextTryAt).toBe(waiting.readyAt);

    // Nothing is fetched before the moment that was drawn, and nothing leaves without a token.
    await person.moveClock(shift + 1000);
    await expect.poll(() => setting(person, "token-plan")).toBeDefined();
    await shipsNow(person);
    expect([services.stored().ids, await tokens(person)]).toEqual([[], []]);
    const { plan } = (await setting(person, "token-plan"))!;
    const next = plan!.fetches.find(({ at }) => at > plan!.until)!;
    const moved = next.at + 1000 - Date.now();
    await person.moveClock(moved);
    await expect
      .poll(
        async () =>
          (await tokens(person)).length + (await states(person)).filter((is) => is === "shipped").length,
        {
          timeout: 60_000,
        },
      )
      .toBe(next.count);
    await expect.poll(() => states(person), { timeout: 20_000 }).toEqual(["shipped"]);
    const { ids, text } = services.stored();
    expect(ids).toEqual([waiting.id]);
    expect(text).not.toMatch(/click|tooltrail/);
    expect(await tokens(person)).toHaveLength(next.count - 1);

    // Erased: the key leaves sealed, after a random moment of a day and in a slot that is drawn for it.
    const page = await person.section("shipped");
    const row = page.getByTestId("shipment").first();
    await row.getByRole("button", { name: "Erase" }).click();
    await page.getByRole("button", { name: "Erase at the collector" }).click();
    await expect
      .poll(async () => (await person.rows<{ erasing?: object }>("eraseKeys"))[0]?.erasing)
      .toBeDefined();
    expect(services.stored().erased).toBe(0);
    const asked = (await person.rows<{ erasing: { nextTryAt: number } }>("eraseKeys"))[0]!;
    const slot = async () => (await setting(person, "slot"))!.at!;
    // Slot by slot: that of a hundred it leaves in none has a chance of one in 600,000.
    for (let slots = 0; services.stored().erased === 0 && slots < 100; slots++) {
      const at = Math.max(asked.erasing.nextTryAt, await slot()) + 100;
      await person.moveClock(at - Date.now());
      await expect.poll(slot, { intervals: [50] }).toBeGreaterThan(at);
    }
    await expect.poll(() => services.stored()).toMatchObject({ ids: [], erased: 1 });
    expect(await shipments(person)).toHaveLength(1);

    // The collector itself was asked for nothing but the keys that everybody is told.
    expect([...new Set(services.asked)]).toEqual(["GET /v1/token-keys"]);
  } finally {
    await services.stop();
  }
});
