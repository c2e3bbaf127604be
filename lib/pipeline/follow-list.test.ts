import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { StoreKey } from "../../schemas/company.ts";
import { readDoorway } from "../consent/doorway.ts";
import { createSigner } from "../policy/testing-signer.ts";
import { runDue } from "./due.ts";
import { fake } from "./fake-browser.ts";
import { askStore } from "./follow-stop.ts";
import { host, startPerson, type TestPerson } from "./testing-person.ts";

vi.mock("../platform/browser.ts", () => import("./fake-browser.ts"));
const given = vi.hoisted(() => ({ source: null as { address: string; key: StoreKey } | null }));
vi.mock("../policy/stop-source.ts", async (original) => ({
  ...(await original<object>()),
  stopSource: () => given.source,
}));

const [signer, other] = [await createSigner(), await createSigner()];
const listed = (pattern: string, alias: string) => ({
  alias,
  pattern,
  owner: "",
  reason: "",
  vocabulary: null,
});
const flows = listed(`${host}/*`, "Flows");
const stock = listed("https://stock.example/*", "Stock");
let text: string | null;
let { database, pipeline, ask, agrees, dropped, ends } = {} as TestPerson;
beforeEach(() => {
  ({ database, pipeline, ask, agrees, dropped, ends } = startPerson());
  text = null;
  vi.stubGlobal("fetch", async (address: string) =>
    address === "https://store.example/tooltrail/tools.jws" && text !== null
      ? new Response(`${text}\n`)
      : new Response(null, { status: 404 }),
  );
  given.source = { address: "https://store.example/tooltrail/stop.jws", key: signer.key };
});
afterEach(() => ends());

/** The company's policy arrives, with its own list. */
async function isManaged(policy: object): Promise<void> {
  fake.managed = { company: "Norhaven", onlyListed: true, ...policy };
  await runDue(pipeline);
}
let clock = 1e12;
async function publishes(tools: object[], { at = clock++, by = signer } = {}): Promise<void> {
  text = await by.sign({ format: "tooltrail-tools/1", tools, at });
  await askStore(pipeline);
}
async function offered(): Promise<string[]> {
  const { policy } = await readDoorway(database);
  return policy.is === "in-force" ? (policy.policy.tools ?? []).map(({ alias }) => alias) : [policy.is];
}

test("a signed list takes the place of the policy's; what it lists no longer is recorded no more", async () => {
  await isManaged({ tools: [flows] });
  const tool = await agrees();
  expect(fake.registered).toEqual([`tool-${tool}`]);
  await publishes([flows, stock]);
  expect([await offered(), fake.registered]).toEqual([["Flows", "Stock"], [`tool-${tool}`]]);
  // The policy is read again at every start, and its older list lifts nothing.
  await runDue(pipeline);
  expect(await offered()).toEqual(["Flows", "Stock"]);
  fake.told.length = 0;
  await publishes([stock]);
  expect([await offered(), fake.registered, fake.told.length > 0]).toEqual([["Stock"], [], true]);
  expect(await dropped()).toEqual({});
});

test("what it adds is offered, and not recorded before the person has said yes", async () => {
  await isManaged({ tools: [] });
  await ask["consent.agree"]({ kinds: ["click"] });
  await publishes([flows]);
  expect([await offered(), await database.tools.toArray(), fake.registered]).toEqual([["Flows"], [], []]);
});

test("a list of another key, an older one and one wider than a site change nothing, and are counted", async () => {
  await isManaged({ tools: [flows] });
  await publishes([flows, stock]);
  await publishes([], { by: other });
  await publishes([], { at: 5 });
  await publishes([listed("https://co.uk/*", "All")]);
  text = "<html>Sign in</html>";
  await askStore(pipeline);
  expect([await offered(), await dropped()]).toEqual([["Flows", "Stock"], { "list-refused": 4 }]);
});

test("a bad policy stays refused and said while the list changes; without a policy a list means nothing", async () => {
  await publishes([flows]);
  expect((await readDoorway(database)).policy.is).toBe("none");
  await isManaged({ tools: [] });
  expect(await offered()).toEqual(["Flows"]);
  await isManaged({ color: "red" });
  await publishes([stock]);
  const { policy } = await readDoorway(database);
  expect(policy).toMatchObject({ is: "refused", lastGood: { tools: [{ alias: "Stock" }] } });
});
