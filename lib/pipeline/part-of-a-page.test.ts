import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PageSender } from "../platform/page-sender.ts";
import { readToolsInside } from "../scope/tools-inside.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { fake } from "./fake-browser.ts";
import { pageHandlers } from "./page-handlers.ts";
import { personHandlers } from "./person-handlers.ts";
import type { Pipeline } from "./pipeline.ts";
import { showState, showTab } from "./toolbar.ts";

vi.mock("../platform/browser.ts", () => import("./fake-browser.ts"));

const host = "https://flows.example";
let database: Database;
let pipeline: Pipeline;
let made = 0;
/** Each test has another: the port to the last one is open yet. */
let frame = 6;
beforeEach(async () => {
  database = openDatabase(`part-${made++}`);
  Object.assign(fake, {
    tabs: [{ id: 1 }, { id: 2 }],
    looks: new Map(),
    frames: new Map([[++frame, () => {}]]),
  });
  pipeline = {
    database,
    make: async () => null,
    changed: () => showState(database),
    showTab: ({ tab }) => showTab(database, tab!),
  };
  const ask = personHandlers(pipeline);
  await ask["consent.agree"]({ kinds: ["click"] });
  const tool = { alias: "Flows", pattern: `${host}/*`, owner: "", reason: "", vocabulary: null };
  await ask["tool.add"](tool);
});
afterEach(async () => {
  await ends();
  await database.delete();
});

/** The frame goes, and is noted no more. */
async function ends(): Promise<void> {
  fake.frames.get(frame)!();
  await vi.waitFor(async () => expect((await readToolsInside(1)) ?? []).toEqual([]));
}
const look = (tab: number) => ({ ...fake.looks.get("all"), ...fake.looks.get(tab) });
const nothing = { text: "", title: expect.stringContaining("nothing is recorded") };
const part = { text: "on", title: "Tooltrail: records in a part of this page, Flows" };
/** Of a tab of which the browser tells no address. */
const sender = (frameId: number) =>
  ({ id: "x", frameId, url: `${host}/work`, origin: host, tab: { id: 1 } }) as unknown as PageSender;
const hello = (frameId: number) => pageHandlers(pipeline)["page.hello"]({}, sender(frameId));

test("a tab with a frame of a tool says that a part of it is recorded, before the frame may record", async () => {
  expect(look(1)).toMatchObject(nothing);
  expect(await hello(frame)).toMatchObject({ record: true });
  expect(look(1)).toMatchObject(part);
  expect(look(2)).toMatchObject(nothing);
  // Also by a worker that is told of it by nothing but what is kept.
  fake.looks.clear();
  await showState(database);
  expect(look(1)).toMatchObject(part);
});

test("once the frame is gone it says so no more", async () => {
  await hello(frame);
  await ends();
  await showState(database);
  expect(look(1)).toMatchObject(nothing);
  expect(await readToolsInside(1)).toBeUndefined();
});

test("a page that comes back and does not ask anew is noted by its first steps", async () => {
  const run = `${"F".repeat(21)}A`;
  const common = { frame: [], route: null, effect: "nothing", at: Date.now() };
  const { id: tool } = (await database.tools.toCollection().first())!;
  const step = { ...common, kind: "click", button: "main", count: 1, tool };
  const request = { frame: run, first: 0, steps: [step], dropped: {} };
  await pageHandlers(pipeline)["steps.record"](request, sender(frame));
  expect(look(1)).toMatchObject(part);
});
