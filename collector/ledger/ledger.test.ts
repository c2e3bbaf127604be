import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { firstBroken, type LedgerEntry, type Opening } from "../../schemas/ledger.ts";
import { keepHouse } from "../housekeeping.ts";
import { openSqliteStore } from "../sqlite-store.ts";
import { arrival } from "../store-contract.ts";
import { shipment, temporaryFolder, textOf } from "../testing.ts";
import { openLedger } from "./ledger.ts";
import { openCollected } from "./open-collected.ts";

const opening: Opening = { what: "build", who: "data team", why: "release 1", many: 40 };
const newFile = () => `${temporaryFolder(onTestFinished)}/collector.sqlite`;

function filled(count = 3): { file: string; entries: LedgerEntry[] } {
  const file = newFile();
  const ledger = openLedger(file);
  for (let at = 0; at < count; at++) ledger.append({ ...opening, why: `release ${at}` });
  const entries = ledger.entries();
  ledger.close();
  return { file, entries };
}

test("entries follow from each other, and say the day and no more", async () => {
  const { entries } = filled();
  expect(entries.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(entries[0]!.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(await firstBroken(entries)).toBeNull();
  expect(await firstBroken(entries, entries[1])).toBeNull();
});

test("whatever is changed, left out, put in or cut off shows", async () => {
  const { entries } = filled();
  const changed = (more: Partial<LedgerEntry>) =>
    entries.map((one, at) => (at === 1 ? { ...one, ...more } : one));
  for (const more of [
    { who: "x" },
    { why: "x" },
    { many: null },
    { many: 41 },
    { day: "2026-01-01" },
    { what: "scan" as const },
  ]) {
    expect(await firstBroken(changed(more))).toBe(2);
  }
  expect(await firstBroken(entries.toSpliced(1, 1))).toBe(2);
  expect(await firstBroken(entries.toSpliced(1, 0, entries[0]!))).toBe(2);
  expect(await firstBroken(entries.slice(0, 2), entries[2])).toBe(3);
  // Written anew from the start, it holds together by itself, but not with what was seen.
  const { entries: others } = filled(4);
  expect(
    await firstBroken(
      others.map((one) => ({ ...one })),
      entries[2],
    ),
  ).toBeNull();
  const again = newFile();
  const ledger = openLedger(again);
  for (const why of ["a", "b", "c"]) ledger.append({ ...opening, why });
  expect(await firstBroken(ledger.entries(), entries[2])).toBe(3);
  ledger.close();
});

test("two programs at once make one chain", async () => {
  const file = newFile();
  const [one, two] = [openLedger(file), openLedger(file)];
  for (let at = 0; at < 10; at++) (at % 2 ? one : two).append(opening);
  expect(await firstBroken(one.entries())).toBeNull();
  expect(two.entries()).toHaveLength(10);
  for (const each of [one, two]) each.close();
});

test("nobody opens what was collected without an entry", async () => {
  const file = newFile();
  const store = openSqliteStore({ file });
  const sent = shipment();
  await store.append(arrival({ id: sent.id, bytes: Buffer.from(textOf(sent)) }));
  const collected = openCollected({ file, what: "scan" });
  expect(collected.entry).toMatchObject({ number: 1, what: "scan", who: "demonstration", many: null });
  expect([...collected.scan()]).toHaveLength(1);
  collected.close();
  const other = new DatabaseSync(file);
  other.exec(
    "CREATE TRIGGER no BEFORE INSERT ON ledger BEGIN SELECT raise(ABORT, 'no entry can be made'); END",
  );
  other.close();
  expect(() => openCollected({ file, what: "scan" })).toThrow(/no entry can be made/);
  await store.close();
});

test("a sealed file is opened with a name, a reason and the dataset key only", async () => {
  const file = newFile();
  await openSqliteStore({ file, form: "sealed" }).close();
  const ask = (more: object) => () => openCollected({ file, what: "build", ...more });
  expect(ask({})).toThrow(/--who and --why/);
  expect(ask({ who: "data team" })).toThrow(/--who and --why/);
  expect(ask({ who: "data team", why: "release" })).toThrow(/--key/);
  const ledger = openLedger(file);
  expect(ledger.entries()).toEqual([]);
  ledger.close();
});

test("erasures are told by whole weeks, exactly only from 20 on", async () => {
  const file = newFile();
  let now = Date.parse("2026-11-18T12:00:00Z");
  const store = openSqliteStore({ file, now: () => now });
  const ledger = openLedger(file, () => now);
  const house = () => keepHouse({ store, ledger, weeks: 26, grace: 1, newDay: true, now: () => now });
  const eraseMany = async (count: number) => {
    for (let at = 0; at < count; at++) {
      const one = arrival({ bytes: Buffer.alloc(9) });
      await store.append(one);
      await store.erase(one.mark, "2027-W30");
    }
  };
  await eraseMany(3);
  await house();
  expect(ledger.entries()).toEqual([]);
  now += 7 * 86_400_000;
  await eraseMany(21);
  await house();
  now += 7 * 86_400_000;
  await house();
  await house();
  expect(ledger.entries().map(({ what, many }) => [what, many])).toEqual([
    ["erase", null],
    ["erase", 21],
  ]);
  ledger.close();
  await store.close();
}, 60_000);
