import { readFileSync, writeFileSync } from "node:fs";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { world } from "../../bench/collector/sealed-world.ts";
import { eraseTagOf, randomKey } from "../../lib/platform/random.ts";
import { readConfiguration } from "../configuration.ts";
import { shipment, temporaryFolder, textOf, uploadText } from "../testing.ts";
import { collector } from "../testing-app.ts";
import { eraser } from "./carry-erasure.ts";
import { eraseByFile } from "./command.ts";
import { eraseAll } from "./erase-all.ts";
import { readKeys } from "./read-keys.ts";

afterEach(() => void vi.unstubAllGlobals());
const address = "http://127.0.0.1:7461";
const never = async () => undefined;

type App = ReturnType<typeof collector>["app"];
/** The network leads to this collector alone. */
function leadsTo(app: App) {
  const asked: { url: string; body: string }[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    asked.push({ url, body: init.body ? Buffer.from(init.body as Uint8Array).toString("latin1") : "" });
    return app.request(url, init);
  });
  return asked;
}
async function keyed() {
  const key = randomKey();
  return { key, sent: shipment({ eraseTag: await eraseTagOf(key) }) };
}

test("a sealed collector is asked sealed: the shipment is gone, and no key is seen on the way", async () => {
  const { app, ship, store } = world();
  const [mine, other] = [await keyed(), await keyed()];
  for (const { sent } of [mine, other]) expect((await ship(sent)).status).toBe(200);
  const asked = leadsTo(app);
  const erase = await eraser({ collector: address });
  // The same answer for one that it never had.
  const keys = [mine.key, randomKey()];
  expect((await eraseAll(keys, erase, never)).acknowledged.sort()).toEqual(keys.sort());
  expect([...store.scan()].map(({ id }) => id)).toEqual([other.sent.id]);
  expect(asked.some(({ body }) => body.includes(mine.key))).toBe(false);
  expect(new Set(asked.map(({ body }) => body.length))).toEqual(new Set([0, 1024]));
});

test("the command erases by the file of an export at the demonstration's collector, and says how many", async () => {
  const { app, store, send } = collector();
  const { key, sent } = await keyed();
  await send(uploadText(textOf(sent)));
  expect(store.count()).toBe(1);
  const file = `${temporaryFolder(onTestFinished)}/erase-keys.json`;
  const row = { shipment: sent.id, week: sent.week, key };
  writeFileSync(file, JSON.stringify([row, { ...row, kept: true }]));
  const said = vi.spyOn(console, "log").mockReturnValue();
  leadsTo(app);
  const configured = readConfiguration(["erase", "--keys", file, "--seconds", "0"], {});
  if (!configured.ok || configured.command !== "erase") throw new Error("It is not understood.");
  await eraseByFile(configured.configuration);
  expect(store.count()).toBe(0);
  expect(said.mock.calls.flat().join()).toContain("1 of 1 keys");
  // The file is the person's: it stays.
  expect(readFileSync(file, "utf8")).toContain(key);
  writeFileSync(file, '[{"key":"short"}]');
  await expect(eraseByFile(configured.configuration)).rejects.toThrow("no file of erase keys");
});

test("a key that was not acknowledged is left, whatever came instead; the others go on", async () => {
  const answers = ["https://x.example/", "{}", '{"format":"tooltrail-erase-acknowledgement/1"}', "<html>"];
  const keys = answers.map(() => randomKey());
  vi.stubGlobal("fetch", async (_: string, { method }: RequestInit) =>
    method === "POST" ? new Response(answers.pop()) : new Response("", { status: 404 }),
  );
  const pauses = vi.fn(never);
  const { acknowledged, left } = await eraseAll(keys, await eraser({ collector: address }), pauses);
  expect([acknowledged.length, left.length, pauses.mock.calls.length]).toEqual([1, 3, 3]);
});

test("only a list of keys is a file of keys", () => {
  const key = randomKey();
  expect(readKeys(JSON.stringify([{ key }, { key }]))).toEqual([key]);
  expect(readKeys("[]")).toEqual([]);
  for (const other of ["", "{}", `[{"key":"${key}="}]`, `["${key}"]`, "[null]"])
    expect([other, readKeys(other)]).toEqual([other, null]);
});
