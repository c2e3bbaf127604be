import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { noticeVersion } from "../../schemas/consent.ts";
import { outlineNodesSchema } from "../../schemas/outline.ts";
import { type Step, type SwitchName, switchNames } from "../../schemas/step.ts";
import { unpack } from "../../schemas/unpack.ts";
import { canonicalBytes } from "../anonymize/canonical.ts";
import { deleteSteps } from "../personal-data/delete.ts";
import { eraseRecord } from "../personal-data/erase.ts";
import { expire } from "../personal-data/expire.ts";
import type { Runtime } from "../platform/browser.ts";
import { shortDigest } from "../platform/random.ts";
import { makeShipment } from "../shipping/make-shipment.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { uncitedRetention } from "../store/outlines.ts";
import { readSteps } from "../store/read.ts";
import { closeTrajectory } from "../trajectory/close.ts";
import { keepSteps } from "../trajectory/keep-steps.ts";
import { keepState } from "./keep-state.ts";

const readShipment = ({ bytes }: { bytes: Uint8Array }) =>
  unpack(JSON.parse(new TextDecoder().decode(bytes)))!;

vi.mock("../platform/browser.ts", () => ({ browser: { permissions: { contains: async () => true } } }));
vi.stubGlobal("navigator", { locks: { request: (_: string, body: () => unknown) => body() } });

const tool = "AAAAAAAAAAAAAAAAAAAAAA";
const frame = "BBBBBBBBBBBBBBBBBBBBBA";
const sender = {
  id: "x",
  frameId: 0,
  url: "http://tool.example/",
  origin: "http://tool.example",
  tab: { id: 1, url: "http://tool.example/" },
} as unknown as Runtime.MessageSender;
const page = (...roles: ("main" | "form" | "button")[]) => [
  { parent: null, role: "document" as const },
  ...roles.map((role) => ({ parent: 0, role })),
];
let database: Database;
let made = 0;
beforeEach(async () => {
  database = openDatabase(`keep-${made++}`);
  await database.tools.add({
    id: tool,
    alias: "a",
    pattern: "http://tool.example/*",
    owner: "",
    reason: "",
    vocabulary: null,
    addedAt: 0,
  });
  await agree([...switchNames]);
});
afterEach(() => database.delete());

const agree = (kinds: SwitchName[]) =>
  database.receipts.add({
    id: `${String(made++).padStart(21, "R")}A`,
    at: Date.now() + made,
    notice: noticeVersion,
    answer: "agreed",
    kinds,
    tools: [tool],
  });
const keep = (...roles: Parameters<typeof page>) => keepState(database, { nodes: page(...roles) }, sender);
const click = (at: number, outline?: Step["outline"]): Step => ({
  kind: "click",
  at: Date.now() - 60_000 + at,
  tool,
  frame: [],
  route: null,
  effect: "nothing",
  button: "main",
  count: 1,
  ...(outline && { outline }),
});
let sent = 0;
const record = (...steps: Step[]) =>
  database.transaction("rw", database.tables, async () => {
    const first = (await database.frames.get(frame))?.next ?? 0;
    sent = first + steps.length;
    return keepSteps(database, { frame, first, steps, dropped: {} }, { tool, refuse: () => null });
  });
const dropped = async () =>
  Object.fromEntries((await database.dropped.toArray()).map(({ reason, count }) => [reason, count]));
const trajectory = async () => (await database.trajectories.toArray())[0]!;
const held = async () => (await database.outlines.toArray()).map(({ hash }) => hash).sort();
const make = () => makeShipment(database);

test("a state is hashed here and stored once, whoever says it again", async () => {
  const first = await keep("main");
  expect(first.hash).toBe(await shortDigest(canonicalBytes(page("main"))));
  expect(await keep("main")).toEqual(first);
  expect(await keepState(database, { again: first.hash! }, sender)).toEqual(first);
  expect(await held()).toEqual([first.hash]);
  expect(await keepState(database, { again: frame }, sender)).toEqual({ hash: null });
  expect((await keep("form")).hash).not.toBe(first.hash);
});

test("without its own switch nothing is kept, and it is counted", async () => {
  await agree(["click"]);
  expect(await keep("main")).toEqual({ hash: null });
  expect(await held()).toEqual([]);
  expect(await dropped()).toEqual({ "kind-not-agreed": 1 });
});

test("an index that no vocabulary holds, or a node without its parent, is refused", async () => {
  const named = page("button").map((node) => ({ ...node, name: 5 }));
  expect(await keepState(database, { nodes: named }, sender)).toEqual({ hash: null });
  expect(await dropped()).toEqual({ "message-malformed": 1 });
  expect(outlineNodesSchema.safeParse(page("button")).success).toBe(true);
  for (const parent of [null, 1, 2]) {
    expect(outlineNodesSchema.safeParse([page()[0], { parent, role: "button" }]).success).toBe(false);
  }
});

test("a step may cite only what is here, of its tool, and a node of it", async () => {
  const { hash } = await keep("main", "button");
  await record(
    click(1, { hash: hash!, node: 2 }),
    click(2, { hash: hash!, node: 3 }),
    click(3, { hash: frame, node: null }),
    click(4),
  );
  const steps = await readSteps(database, (await trajectory()).id);
  expect(steps.map(({ step }) => step.outline)).toEqual([{ hash, node: 2 }, undefined, undefined, undefined]);
  expect(await dropped()).toEqual({ "outline-unknown": 2 });
  expect(sent).toBe(4);
});

test("what was cited before is asked for again: a state that is gone, or of another tool, is not cited", async () => {
  const other = "CCCCCCCCCCCCCCCCCCCCCA";
  const { hash } = await keep("main", "button");
  const cites = { hash: hash!, node: 2 };
  await record(click(1, cites));
  await record(click(2, cites), click(3, { hash: hash!, node: 3 }));
  expect(await dropped()).toEqual({ "outline-unknown": 1 });
  // The same state in the same trajectory, but never seen in the tool that the step names.
  await database.transaction("rw", database.tables, async () =>
    keepSteps(
      database,
      { frame: other, first: 0, steps: [{ ...click(4, cites), tool: other }], dropped: {} },
      { tool: other, refuse: () => null },
    ),
  );
  expect(await dropped()).toEqual({ "outline-unknown": 2 });
  await database.outlines.delete(hash!);
  await record(click(5, cites));
  expect(await dropped()).toEqual({ "outline-unknown": 3 });
});

test("what steps cite leaves, in the order of first use; the last stays", async () => {
  const a = (await keep("main")).hash!;
  const b = (await keep("form")).hash!;
  await record(click(1, { hash: b, node: 1 }), click(2, { hash: a, node: null }));
  const last = (await keep("button")).hash!;
  const never = (await keep("main", "main")).hash!;
  await keepState(database, { again: last }, sender);
  const { id } = await trajectory();
  await closeTrajectory(database, { id, by: "task", make: make() });
  const [queued] = await database.shipments.toArray();
  const shipment = readShipment(queued!);
  expect(shipment.outlines.map(({ hash }) => hash)).toEqual([b, a]);
  expect(shipment.steps.map(({ outline }) => outline)).toEqual([
    { hash: b, node: 1 },
    { hash: a, node: null },
  ]);
  expect((await trajectory()).lastOutline).toBe(last);
  expect((await database.outlines.get(never))?.trajectories).toEqual([]);

  // Deleting the last step takes what it led to with it; deleting all takes all that was cited.
  await deleteSteps(database, ({ n }) => n === 1, { make: make(), among: [id] });
  expect(await held()).toEqual([b, never].sort());
  const [again] = await database.shipments.toArray();
  expect(readShipment(again!).outlines).toHaveLength(1);
  await deleteSteps(database, () => true, { make: make(), among: [id] });
  expect(await held()).toEqual([never]);
});

test("what nothing cites expires, and erasing takes everything", async () => {
  const old = (await keep("main")).hash!;
  const young = (await keep("form")).hash!;
  await database.outlines.update(old, { seenAt: Date.now() - uncitedRetention - 1 });
  await expire(database, make());
  expect(await held()).toEqual([young]);
  await eraseRecord(database);
  expect(await held()).toEqual([]);
});

test("a shipment that would be too large goes without its oldest outlines, and they are counted", async () => {
  const hashes: string[] = [];
  for (let n = 0; n < 12; n++) {
    const nodes = [
      ...page(),
      ...Array.from({ length: 3999 - n }, () => ({
        parent: 0,
        role: "menuitemcheckbox" as const,
        tag: "blockquote" as const,
      })),
    ];
    hashes.push((await keepState(database, { nodes }, sender)).hash!);
  }
  await record(...hashes.map((hash, n) => click(n, { hash, node: n })));
  const { id } = await trajectory();
  await closeTrajectory(database, { id, by: "task", make: make() });
  const [queued] = await database.shipments.toArray();
  expect(queued!.bytes.length).toBeLessThanOrEqual(1_048_576);
  const shipment = readShipment(queued!);
  // Nothing in them hangs on the person: their plain form is the same.
  const left: string[] = shipment.outlines.map(({ hash }) => hash);
  expect(left.length).toBeGreaterThan(1);
  expect(hashes.slice(-left.length)).toEqual(left);
  expect(shipment.steps.filter(({ outline }) => outline)).toHaveLength(left.length);
  expect(await dropped()).toEqual({ "outline-too-large": 12 - left.length });
});
