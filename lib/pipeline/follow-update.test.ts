import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { write } from "../store/writer.ts";
import { wake } from "./due.ts";
import { fake } from "./fake-browser.ts";
import { patience, quiet, reopenPages, updateCame } from "./follow-update.ts";
import { startPerson, type TestPerson } from "./testing-person.ts";

vi.mock("../platform/browser.ts", () => import("./fake-browser.ts"));
const clock = vi.hoisted(() => ({ now: 0 }));
vi.mock("../platform/clock.ts", async (original) => ({
  ...(await original<object>()),
  now: () => clock.now,
}));

/** Locks that are held by their names; who asks for one waits for it. */
function locks() {
  const held = new Map<string, Promise<unknown>>();
  return {
    request(name: string, body: () => Promise<unknown>) {
      const mine = (held.get(name) ?? Promise.resolve()).then(body);
      held.set(name, mine);
      return mine.finally(() => held.get(name) === mine && held.delete(name));
    },
    query: async () => ({ held: [...held.keys()] }),
  };
}

let { database, pipeline, ends } = {} as TestPerson;
beforeEach(async () => {
  ({ database, pipeline, ends } = startPerson());
  vi.stubGlobal("navigator", { locks: locks() });
  await database.open();
  const { browser } = await import("./fake-browser.ts");
  await browser.storage.session.remove("updateCameAt");
  clock.now = 1.7e12;
  Object.assign(fake, { reloads: 0, pages: [] });
  fake.alarms.clear();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(async () => {
  // A browser that does not begin anew lets the writer go on.
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  await ends();
});

const options = "chrome-extension://ours/options.html#tools";
/** Not waited for to the end: after it the worker is gone. */
const settles = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((done) => setImmediate(done));
};
const comes = () => {
  void updateCame(pipeline);
  return settles();
};
const rings = () => {
  void wake(pipeline, { name: "update" });
  return settles();
};

test("where nothing is under way an update takes effect at once", async () => {
  await comes();
  expect(fake.reloads).toBe(1);
});

test("it waits until 20 seconds after a step, looking every minute", async () => {
  const open = { key: "open-trajectory" as const, id: "t", nextN: 1, lastAt: clock.now };
  await database.settings.put(open);
  await comes();
  expect([fake.reloads, fake.alarms.get("update")]).toEqual([0, { periodInMinutes: 1 }]);
  clock.now += quiet;
  await rings();
  expect(fake.reloads).toBe(1);
});

test("it waits for an open page of ours and for an upload; after 15 minutes for neither, and the page comes back", async () => {
  fake.pages = [options, "chrome-extension://ours/popup.html"];
  await comes();
  fake.pages = [];
  const upload = Promise.withResolvers<void>();
  void navigator.locks.request("uploader", () => upload.promise);
  await rings();
  expect(fake.reloads).toBe(0);
  fake.pages = [options];
  clock.now += patience - 1;
  // A second one that comes meanwhile does not begin the waiting anew.
  await comes();
  expect(fake.reloads).toBe(0);
  clock.now += 1;
  await rings();
  expect(fake.reloads).toBe(1);
  upload.resolve();
  fake.opened = 0;
  await reopenPages();
  await reopenPages();
  expect(fake.created).toEqual([options]);
});

test("what is being written is written first, however long ago the update came", async () => {
  fake.pages = [options];
  await comes();
  clock.now += patience;
  const writing = Promise.withResolvers<void>();
  void navigator.locks.request("writer", () => writing.promise);
  await rings();
  expect(fake.reloads).toBe(0);
  writing.resolve();
  await settles();
  expect(fake.reloads).toBe(1);
  // And nothing begins to be written after it, while this worker lives.
  const written = vi.fn(async () => undefined);
  void write(database, written);
  await settles();
  expect(written).not.toHaveBeenCalled();
});

test("an alarm that outlived its update ends", async () => {
  fake.alarms.set("update", {});
  await rings();
  expect([fake.reloads, fake.alarms.has("update")]).toEqual([0, false]);
});
