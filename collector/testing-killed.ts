// A store in a process that kills itself at a named point of its third commit. It writes the id of every shipment as
// soon as the store has acknowledged it: `node testing-killed.ts FILE before|after STATEMENT`.
import { writeSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { openSqliteStore } from "./sqlite-store.ts";
import type { Arrival } from "./store.ts";

const [file, when, statement] = process.argv.slice(2) as [string, "before" | "after", string];
const shipments = JSON.parse(process.env.TOOLTRAIL_SHIPMENTS!) as {
  id: string;
  mark: string;
  nullifier: string;
}[];

let times = 0;
const end = () => process.kill(process.pid, "SIGKILL");
const store = openSqliteStore({ file });
const exec = DatabaseSync.prototype.exec;
DatabaseSync.prototype.exec = function (sql: string) {
  const third = sql === statement && ++times === 3;
  if (third && when === "before") end();
  exec.call(this, sql);
  if (third) end();
};

const arrivals = shipments.map(
  ({ id, mark, nullifier }): Arrival => ({
    id,
    mark,
    week: "2026-W47",
    check: Buffer.from(mark),
    bytes: Buffer.from(id.repeat(200)),
    token: { nullifier: Buffer.from(nullifier), epoch: "2026-W47" },
  }),
);
for (let at = 0; at < arrivals.length; at += 4) {
  const group = arrivals.slice(at, at + 4);
  await Promise.all(group.map((one) => store.append(one).then(() => writeSync(1, `${one.id}\n`))));
}
await store.close();
