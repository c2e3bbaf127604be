// SIGKILL at each point of a commit: what was acknowledged is there, and sending all of it again stores each once.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openSqliteStore } from "./sqlite-store.ts";
import { randomId, temporaryFolder } from "./testing.ts";

const program = join(import.meta.dirname, "testing-killed.ts");

test.each([
  ["before", "BEGIN IMMEDIATE", 8],
  ["after", "BEGIN IMMEDIATE", 8],
  ["before", "COMMIT", 8],
  // On the disk, and nobody has been told.
  ["after", "COMMIT", 12],
] as const)("%s %s", (when, statement, onDisk) => {
  const file = join(temporaryFolder(onTestFinished), "collector.sqlite");
  const shipments = Array.from({ length: 20 }, () => ({
    id: randomId(),
    mark: randomId(),
    nullifier: randomId(),
  }));
  const run = (...point: string[]) => {
    const env = { ...process.env, TOOLTRAIL_SHIPMENTS: JSON.stringify(shipments) };
    const done = spawnSync(process.execPath, [program, file, ...point], { env, encoding: "utf8" });
    return { signal: done.signal, acknowledged: done.stdout.split("\n").filter(Boolean) };
  };
  const stored = () => {
    const store = openSqliteStore({ file });
    onTestFinished(() => store.close());
    return [...store.scan()].map(({ id }) => id);
  };

  const killed = run(when, statement);
  expect(killed.signal).toBe("SIGKILL");
  expect(killed.acknowledged.toSorted()).toEqual(
    shipments
      .slice(0, 8)
      .map(({ id }) => id)
      .toSorted(),
  );
  expect(stored()).toHaveLength(onDisk);
  expect(stored()).toEqual(expect.arrayContaining(killed.acknowledged));

  const again = run("never", "");
  expect(again).toMatchObject({ signal: null });
  expect(again.acknowledged).toHaveLength(20);
  expect(stored()).toEqual(shipments.map(({ id }) => id).toSorted());
});
