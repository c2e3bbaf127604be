// What a person marks as not how they usually work stays here.
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readSteps } from "../store/read.ts";
import { bundled } from "../vocabulary/bundled.ts";
import { clicks, startPerson, type TestPerson } from "./testing-person.ts";

vi.mock("../platform/browser.ts", () => import("./fake-browser.ts"));

let { database, ask, agrees, does, heads, shipments, ends } = {} as TestPerson;
beforeEach(async () => {
  ({ database, ask, agrees, does, heads, shipments, ends } = startPerson());
  await agrees(bundled()[0]!.tool);
});
afterEach(() => ends());

const count = async () => (await database.totals.toArray()).reduce((sum, total) => sum + total.count, 0);

test("what is not how I usually work stays here; unmarked it waits to leave again", async () => {
  await does(clicks(5));
  await ask["trajectory.close"]({});
  const { id } = (await heads())[0]!;
  const stretch = { trajectory: id, from: 1, to: 2, unusual: true };
  expect(await ask["stretch.mark"](stretch)).toEqual({ ok: true, left: false });
  expect((await readSteps(database, id)).map(({ unusual }) => unusual === true)).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
  const [cut] = await shipments();
  expect(cut!.steps).toHaveLength(3);
  await ask["stretch.mark"]({ ...stretch, from: 0, to: 9 });
  expect(await shipments()).toEqual([]);
  expect(await database.eraseKeys.count()).toBe(0);
  expect(await count()).toBe(5);
  await ask["stretch.mark"]({ ...stretch, from: 0, to: 9, unusual: false });
  expect((await shipments())[0]!.steps).toHaveLength(5);
  expect(await database.eraseKeys.count()).toBe(1);
});

test("marked while it is open, it is left out when it closes; what has left is said to have", async () => {
  await does(clicks(3));
  const { id } = (await heads())[0]!;
  const stretch = { trajectory: id, from: 2, to: 2, unusual: true };
  await ask["stretch.mark"](stretch);
  await ask["trajectory.close"]({});
  expect((await shipments())[0]!.steps).toHaveLength(2);
  await database.shipments.toCollection().modify({ state: "shipped", sentAt: 1 });
  const before = await shipments();
  expect(await ask["stretch.mark"]({ ...stretch, from: 0, to: 0 })).toEqual({ ok: true, left: true });
  expect(await shipments()).toEqual(before);
});
