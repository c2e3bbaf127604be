// The personal export: everything held about the person, in a zip with a readable page and checksums.
import { strToU8, Zip, ZipDeflate } from "fflate";
import { type IDBPDatabase, openDB } from "idb";
import { z } from "zod";
import { personalExportSchemas } from "../../schemas/personal-export.ts";
import type { EraseKey, QueuedShipment } from "../../schemas/queue.ts";
import type { TrajectoryHead } from "../../schemas/trajectory.ts";
import { databaseName, type OutlineRow, openDatabase } from "../store/database.ts";
import { nodesOf } from "../store/outlines.ts";
import { readSteps } from "../store/read.ts";
import { readablePage } from "./readable-page.ts";

const utf8 = new TextDecoder();

/** Each file as a stream of text, read row by row: a database of any size goes through a few kilobytes. */
async function* filesOf(stored: IDBPDatabase): AsyncGenerator<[name: string, parts: AsyncIterable<string>]> {
  yield ["trajectories.jsonl", trajectories(stored)];
  yield ["outlines.jsonl", rows<OutlineRow>(stored, "outlines", exportedOutline)];
  yield ["shipments.jsonl", rows<QueuedShipment>(stored, "shipments", exportedShipment)];
  yield ["step-reports.jsonl", rows(stored, "stepReports", (row) => row)];
  yield ["consent.jsonl", rows(stored, "receipts", (row) => row)];
  yield ["tools.jsonl", rows(stored, "tools", (row) => row)];
  yield ["erase-keys.json", once(async () => (await stored.getAll("eraseKeys")) satisfies EraseKey[])];
  yield ["dropped.json", once(async () => droppedOf(await stored.getAll("dropped")))];
  yield ["schema.json", once(async () => jsonSchemas())];
  yield ["README.html", readablePage(stored)];
}

const exportedShipment = ({ bytes, ...row }: QueuedShipment) => ({
  ...row,
  shipment: JSON.parse(utf8.decode(bytes)) as unknown,
});

const exportedOutline = (row: OutlineRow) => ({ ...row, nodes: nodesOf(row) });

const droppedOf = (counts: { reason: string; count: number }[]) =>
  Object.fromEntries(counts.map(({ reason, count }) => [reason, count]));

const jsonSchemas = () =>
  Object.fromEntries(
    Object.entries(personalExportSchemas).map(([name, schema]) => [
      name,
      z.toJSONSchema(schema, { unrepresentable: "any", io: "input" }),
    ]),
  );

async function* once(make: () => Promise<unknown>): AsyncIterable<string> {
  yield `${JSON.stringify(await make(), null, 2)}\n`;
}

/** Keys are read first: an IndexedDB cursor dies when its reader waits for anything else. */
async function* rows<Row>(
  stored: IDBPDatabase,
  table: string,
  form: (row: Row) => unknown,
): AsyncIterable<string> {
  for (const key of await stored.getAllKeys(table)) {
    const row = (await stored.get(table, key)) as Row | undefined;
    if (row) yield `${JSON.stringify(form(row))}\n`;
  }
}

async function* trajectories(stored: IDBPDatabase): AsyncIterable<string> {
  const database = openDatabase();
  try {
    for await (const line of rows<TrajectoryHead>(stored, "trajectories", (head) => head)) {
      const head = JSON.parse(line) as TrajectoryHead;
      yield `${JSON.stringify({ ...head, steps: await readSteps(database, head.id) })}\n`;
    }
  } finally {
    database.close();
  }
}

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Everything held about the person as one zip. Reads only; throws what the database throws. */
export async function exportPersonalData(): Promise<Blob> {
  const stored = await openDB(databaseName);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const sums: string[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    parts.push(data as Uint8Array<ArrayBuffer>);
  });
  try {
    for await (const [name, text] of filesOf(stored)) {
      const file = new ZipDeflate(name, { level: 6 });
      zip.add(file);
      const whole: Uint8Array<ArrayBuffer>[] = [];
      for await (const part of text) {
        const bytes = strToU8(part) as Uint8Array<ArrayBuffer>;
        whole.push(bytes);
        file.push(bytes);
      }
      file.push(new Uint8Array(), true);
      sums.push(
        `${hex(await crypto.subtle.digest("SHA-256", await new Blob(whole).arrayBuffer()))}  ${name}\n`,
      );
    }
    const file = new ZipDeflate("SHA256SUMS");
    zip.add(file);
    file.push(strToU8(sums.join("")), true);
    zip.end();
    return new Blob(parts, { type: "application/zip" });
  } finally {
    stored.close();
  }
}
