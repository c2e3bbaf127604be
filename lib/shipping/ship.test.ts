import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { noticeVersion } from "../../schemas/notice-version.ts";
import type { QueuedShipment } from "../../schemas/queue.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { ship, shipNow } from "./ship.ts";

vi.mock("../platform/browser.ts", () => ({ browser: { storage: { managed: {} } } }));
const sending = vi.hoisted(() => ({ answers: [] as ((outcome: "delivered" | "retry") => void)[] }));
vi.mock("./send.ts", () => ({
  send: async () => ({
    outcome: await new Promise((answer) => sending.answers.push(answer)),
    asked: null,
  }),
}));

let database: Database;
let made = 0;
beforeEach(async () => {
  database = openDatabase(`ship-${made++}`);
  sending.answers = [];
  const answer = { id: `${"r".repeat(21)}A`, at: 1, notice: noticeVersion, answer: "agreed" as const };
  await database.receipts.put({ ...answer, kinds: ["click"], tools: [] });
});
afterEach(() => database.delete());

const idOf = (name: string) => `${name.padEnd(21, "a")}A`;
const waits = (name: string, readyAt: number) =>
  database.shipments.put({
    ...{ id: idOf(name), trajectory: idOf(name), state: "waiting", week: "2026-W47" },
    ...{ bytes: new Uint8Array(), tools: [], readyAt, attempts: 0, nextTryAt: 0 },
  });
const stateOf = async (name: string): Promise<QueuedShipment["state"] | undefined> =>
  (await database.shipments.get(idOf(name)))?.state;
/** The answer to the delivery that is under way, once there is one. */
const answers = async (outcome: "delivered" | "retry") => {
  await vi.waitFor(() => expect(sending.answers).toHaveLength(1));
  sending.answers.shift()!(outcome);
};

test("what the person asks to ship now leaves when the upload under way has ended", async () => {
  await waits("first", 0);
  await waits("later", Number.MAX_SAFE_INTEGER);
  const running = ship(database);
  await vi.waitFor(() => expect(sending.answers).toHaveLength(1));
  await database.shipments.update(idOf("later"), { readyAt: 0 });
  const asked = shipNow(database);
  // It is put off, and so the upload under way looks for no other.
  await answers("retry");
  await running;
  await answers("delivered");
  await asked;
  expect(await stateOf("first")).toBe("waiting");
  expect(await stateOf("later")).toBe("shipped");
});

test("what time brings does not wait in a row: the upload under way goes on alone", async () => {
  await waits("first", 0);
  const running = ship(database);
  await vi.waitFor(() => expect(sending.answers).toHaveLength(1));
  await ship(database);
  await answers("delivered");
  await running;
  expect(await stateOf("first")).toBe("shipped");
});
