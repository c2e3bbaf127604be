// The files of the personal export in their order, each as its bytes in parts: a database of any size goes through a few.
import type { IDBPDatabase } from "idb";
import { z } from "zod";
import { type ExportedSettings, personalExportSchemas } from "../../schemas/personal-export.ts";
import type { KeptPolicy } from "../../schemas/policy.ts";
import type { QueuedShipment } from "../../schemas/queue.ts";
import type { OutlineRow, Setting } from "../store/database.ts";
import { readablePage } from "./readable-page.ts";
import { trajectoryLines } from "./stored-trajectories.ts";
import type { Bytes, ZipFile } from "./zip-write.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** A shipment has up to a megabyte. */
const rowsAtOnce = 8;

export async function* exportFiles(
  stored: IDBPDatabase,
  onSteps: (count: number) => void,
): AsyncGenerator<ZipFile> {
  const lines = (name: string, table: string, form: (row: never) => string = JSON.stringify): ZipFile => ({
    name,
    parts: inBytes(rowLines(stored, table, form)),
  });
  const one = (name: string, make: () => Promise<unknown>): ZipFile => ({ name, parts: inBytes(once(make)) });
  yield { name: "README.html", parts: inBytes(readablePage(stored)) };
  yield { name: "trajectories.jsonl", parts: trajectoryLines(stored, onSteps) };
  yield lines("outlines.jsonl", "outlines", outlineLine);
  yield lines("shipments.jsonl", "shipments", shipmentLine);
  yield lines("step-reports.jsonl", "stepReports");
  yield lines("consent.jsonl", "receipts");
  yield lines("tools.jsonl", "tools");
  yield one("settings.json", async () => settingsOf(await stored.getAll("settings")));
  yield one("erase-keys.json", () => stored.getAll("eraseKeys"));
  yield one("dropped.json", async () => droppedOf(await stored.getAll("dropped")));
  yield one("schema.json", async () => jsonSchemas());
}

/** What is stored as JSON already goes in as it is: the exact bytes are what the person gets. */
const withBytes = (row: object, name: string, bytes: Uint8Array): string =>
  `${JSON.stringify(row).slice(0, -1)},"${name}":${decoder.decode(bytes)}}`;

const shipmentLine = ({ bytes, ...row }: QueuedShipment) => withBytes(row, "shipment", bytes);
const outlineLine = ({ nodes, ...row }: OutlineRow) => withBytes(row, "nodes", nodes);

const droppedOf = (counts: { reason: string; count: number }[]) =>
  Object.fromEntries(counts.map(({ reason, count }) => [reason, count]));

function settingsOf(rows: Setting[]): ExportedSettings {
  const settings: ExportedSettings = {};
  for (const row of rows) {
    if (row.key === "pause") settings.pause = row.pause;
    else if (row.key === "profile") settings.profile = row.profile;
    else if (row.key === "policy") settings.policy = withoutBearer(row.policy);
    else if (row.key === "stop") settings.stop = row.stop;
    else if (row.key === "tool-list") settings.toolList = row.list;
    else if (row.key === "review") settings.reviewHours = row.hours;
    else if (row.key === "mark") settings.mark = row.shown;
    else if (row.key === "task") settings.task = row.task;
    else if (row.key === "health") settings.health = row.health;
    else if (row.key === "health-mark") settings.healthMark = row.mark;
    else if (row.key === "step-reports") settings.stepReportsUntil = row.until;
    // The open trajectory stands among the others; what sending keeps (keys, moments, tokens) says nothing of anybody.
  }
  return settings;
}

/** What says to the issuer who somebody is stays out of a file that may be handed on: it would be used as theirs. */
function withoutBearer({ good, ...kept }: KeptPolicy): KeptPolicy {
  if (!good) return { ...kept, good };
  const { bearer: _, ...policy } = good.policy;
  return { ...kept, good: { ...good, policy } };
}

const jsonSchemas = () =>
  Object.fromEntries(
    Object.entries(personalExportSchemas).map(([name, schema]) => [
      name,
      z.toJSONSchema(schema, { unrepresentable: "any", io: "input", reused: "ref" }),
    ]),
  );

async function* once(make: () => Promise<unknown>): AsyncGenerator<string> {
  yield `${JSON.stringify(await make(), null, 2)}\n`;
}

async function* inBytes(texts: AsyncIterable<string>): AsyncGenerator<Bytes> {
  for await (const text of texts) yield encoder.encode(text);
}

/** A few rows at a time: an IndexedDB cursor dies when its reader waits for anything else. */
async function* rowLines(
  stored: IDBPDatabase,
  table: string,
  form: (row: never) => string,
): AsyncGenerator<string> {
  let range: IDBKeyRange | undefined;
  for (;;) {
    const reading = stored.transaction(table).store;
    const [keys, rows] = await Promise.all([
      reading.getAllKeys(range, rowsAtOnce),
      reading.getAll(range, rowsAtOnce),
    ]);
    const last = keys.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => `${form(row as never)}\n`).join("");
    range = IDBKeyRange.lowerBound(last, true);
  }
}
