// P12: what was agreed to be shared is not lost, and never shared twice.
import { Collector } from "./collector.ts";
import { expect, test } from "./fixtures.ts";
import { allThatLeaves, type Person } from "./person.ts";
import type { Site } from "./site.ts";
import { clicksRows, finishes, hour, opens, shipments, shipsNow, states } from "./work.ts";
import { acknowledges, handsOn, says, startWrongCollector } from "./wrong-collector.ts";

async function waits(person: Person, site: Site) {
  await person.agrees(allThatLeaves);
  const tool = await opens(person, site);
  await clicksRows(person, tool, [1, 2]);
  return finishes(person);
}

const attempts = async (person: Person) => (await shipments(person)).map((row) => row.attempts);

test("a collector that is down: kept, counted and shown, then shipped once", async ({
  person,
  site,
  folder,
}) => {
  const made = await waits(person, site);
  await shipsNow(person);
  await expect.poll(() => attempts(person)).toEqual([1]);
  // The page shows time in steps of ten seconds.
  await expect(person.options.getByTestId("waiting")).toContainText("not reached in 1 try", {
    timeout: 20_000,
  });
  expect(await states(person)).toEqual(["waiting"]);

  const collector = new Collector(folder);
  await collector.start();
  try {
    await person.moveClock(2 * hour);
    await expect.poll(() => states(person)).toEqual(["shipped"]);
    expect(collector.shipments().map(({ id, bytes }) => ({ id, bytes }))).toEqual([
      { id: made.id, bytes: made.bytes },
    ]);
    // Another trajectory ships; the first does not go with it again.
    const tool = person.context.pages().find((page) => page.url() === site.url)!;
    await clicksRows(person, tool, [3]);
    await finishes(person);
    await shipsNow(person);
    await expect.poll(() => states(person)).toEqual(["shipped", "shipped"]);
    expect(collector.shipments()).toHaveLength(2);
    expect(await attempts(person)).toEqual(expect.arrayContaining([0, 1]));
  } finally {
    await collector.stop();
  }
});

test("a collector that answers HTML, an error, something else or nothing: kept, then shipped once", async ({
  person,
  site,
  folder,
}) => {
  const made = await waits(person, site);
  const otherId = JSON.stringify({
    format: "tooltrail-acknowledgement/1",
    id: "AAAAAAAAAAAAAAAAAAAAAA",
    result: "stored",
  });
  const wrongs = [
    says(200, "text/html", "<!doctype html><title>Sign in</title>"),
    says(500, "application/json", '{"format":"tooltrail-refusal/1","error":"unexpected"}'),
    says(302, "text/html", ""),
    says(200, "application/json", otherId),
    says(200, "application/json", "{}"),
  ];
  const wrong = await startWrongCollector(wrongs[0]!);
  try {
    await shipsNow(person);
    await expect.poll(() => attempts(person)).toEqual([1]);
    for (const [before, answer] of wrongs.slice(1).entries()) {
      wrong.answer = answer;
      await person.moveClock((before + 1) * 2 * hour);
      await expect.poll(() => attempts(person)).toEqual([before + 2]);
    }
    // Accepts, never answers, and lets the connection go.
    let held: (() => void) | undefined;
    wrong.answer = (response) => {
      held = () => response.destroy();
    };
    await person.moveClock(20 * hour);
    await expect.poll(() => held !== undefined).toBe(true);
    expect(await attempts(person)).toEqual([wrongs.length]);
    held!();
    await expect.poll(() => attempts(person)).toEqual([wrongs.length + 1]);
    expect(await states(person)).toEqual(["waiting"]);
    expect(new Set(wrong.posted.map((shipment) => JSON.stringify(shipment))).size).toBe(1);
  } finally {
    await wrong.close();
  }
  const collector = new Collector(folder);
  await collector.start();
  try {
    await person.moveClock(24 * hour);
    await expect.poll(() => states(person)).toEqual(["shipped"]);
    expect(collector.shipments().map(({ bytes }) => bytes)).toEqual([made.bytes]);
  } finally {
    await collector.stop();
  }
});

if (process.env.TOOLTRAIL_LONG) {
  test("a collector that hangs is given up after 20 seconds, and tried again", async ({ person, site }) => {
    await waits(person, site);
    const wrong = await startWrongCollector(() => undefined);
    try {
      await shipsNow(person);
      await expect.poll(() => attempts(person), { timeout: 35_000 }).toEqual([1]);
      wrong.answer = acknowledges;
      await person.moveClock(2 * hour);
      await expect.poll(() => states(person)).toEqual(["shipped"]);
      expect(wrong.posted).toHaveLength(2);
    } finally {
      await wrong.close();
    }
  });
}

test("an answer that is lost after the collector stored it: sent again, stored once", async ({
  person,
  site,
  folder,
}) => {
  const made = await waits(person, site);
  const collector = new Collector(folder, 0);
  await collector.start();
  const answers: string[] = [];
  const proxy = await startWrongCollector(
    handsOn(collector.port, (response, _, text) => {
      answers.push(text);
      response.destroy();
    }),
  );
  try {
    await shipsNow(person);
    await expect.poll(() => attempts(person)).toEqual([1]);
    expect(collector.shipments()).toHaveLength(1);
    proxy.answer = handsOn(collector.port, (response, status, text) => {
      answers.push(text);
      says(status, "application/json", text)(response, Buffer.of());
    });
    await person.moveClock(2 * hour);
    await expect.poll(() => states(person)).toEqual(["shipped"]);
    expect(answers.map((text) => JSON.parse(text).result)).toEqual(["stored", "repeated"]);
    expect(collector.shipments().map(({ bytes }) => bytes)).toEqual([made.bytes]);
  } finally {
    await proxy.close();
    await collector.stop();
  }
});

for (const [status, error, counted] of [
  [400, "not-a-shipment", "shipment-rejected"],
  [413, "too-large", "shipment-too-large"],
] as const) {
  test(`a collector that refuses with ${status}: kept and shown, not sent again`, async ({
    person,
    site,
  }) => {
    const made = await waits(person, site);
    const refusal = JSON.stringify({ format: "tooltrail-refusal/1", error });
    const wrong = await startWrongCollector(says(status, "application/json", refusal));
    try {
      await shipsNow(person);
      await expect.poll(() => states(person)).toEqual(["rejected"]);
      expect(await person.dropped()).toEqual({ [counted]: 1 });
      const page = await person.section("shipped");
      await expect(page.getByTestId("shipment")).toContainText("refused by the collector");
      await page.getByTestId("shipment").getByText("Exact bytes").click();
      expect(await page.getByTestId("exact-bytes").textContent()).toBe(made.bytes);

      // A later one is sent in a later round; the refused one does not go with it.
      wrong.answer = acknowledges;
      await person.moveClock(48 * hour);
      const tool = person.context.pages().find((open) => open.url() === site.url)!;
      await clicksRows(person, tool, [4]);
      const later = await finishes(person);
      await shipsNow(person);
      await expect.poll(async () => (await states(person)).toSorted()).toEqual(["rejected", "shipped"]);
      expect(wrong.posted.map(({ id }) => id)).toEqual([made.id, later.id]);
    } finally {
      await wrong.close();
    }
  });
}
