// A shipment waits for the one moment of a day that was drawn for it, and then for a slot that is drawn for it: not for
// a second day.
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { given } from "../../bench/shipping/given-services.ts";
import { holds, sealed } from "../../bench/shipping/queue.ts";
import { type ServicesInMemory, startServices } from "../../bench/shipping/services.ts";
import { clicks, minutesPass, startPerson, type TestPerson } from "../pipeline/testing-person.ts";
import { dayBegan } from "../platform/clock.ts";
import { nextUploads } from "./next-uploads.ts";
import { longest } from "./slots.ts";
import { upload } from "./upload.ts";

vi.mock("../platform/browser.ts", () => import("../pipeline/fake-browser.ts"));
vi.mock("./services.ts", () => import("../../bench/shipping/given-services.ts"));

const hour = 3_600_000;
let { database, ask, agrees, does, ends } = {} as TestPerson;
let services: ServicesInMemory;
beforeEach(async () => {
  given.services = sealed;
  ({ database, ask, agrees, does, ends } = startPerson());
  services = startServices();
  vi.stubGlobal("fetch", services.fetch);
  await agrees();
});
afterEach(() => ends());

const waiting = async () =>
  (await database.shipments.toArray()).map(({ readyAt, nextTryAt }) => [readyAt, nextTryAt]);

test("the moment is drawn over the whole of one day, and nothing is added to it", async () => {
  const today = dayBegan(Date.now());
  for (let n = 0; n < 40; n++) {
    await does(clicks(1));
    await ask["trajectory.close"]({});
    minutesPass(1);
  }
  const hours = (await waiting()).map(([readyAt, nextTryAt]) => {
    expect(nextTryAt).toBe(readyAt);
    return (readyAt! - today) / hour;
  });
  expect(hours).toHaveLength(40);
  expect(Math.min(...hours)).toBeGreaterThanOrEqual(48);
  expect(Math.max(...hours)).toBeLessThan(72);
  // By night and by day: that one half of the day stays empty has a chance of one in 500 billion.
  expect([hours.some((at) => at < 60), hours.some((at) => at >= 60)]).toEqual([true, true]);
});

test("when the moment has come it leaves in a slot soon after it, and not before", async () => {
  await does(clicks(1));
  await ask["trajectory.close"]({});
  const [[readyAt] = []] = await waiting();
  await upload(database);
  await holds(database, services, "shipment", 1);
  vi.setSystemTime(readyAt! - 1);
  await upload(database);
  expect(services.stored().ids).toEqual([]);
  let slots = 0;
  // That it leaves in none of 300 has a chance of one in 250 million.
  for (; services.stored().ids.length === 0 && slots < 300; slots++) {
    const due = Math.min(...(await nextUploads(database)).filter((at) => at > Date.now()));
    expect(due).toBeLessThanOrEqual(Date.now() + longest);
    vi.setSystemTime(due);
    await upload(database);
  }
  expect(services.stored().ids).toHaveLength(1);
});
