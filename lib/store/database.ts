// The one file that knows table names. Dexie owns versions, tables and live queries.
import Dexie, { type EntityTable, type Table } from "dexie";
import type { Pause, Profile, Receipt } from "../../schemas/consent.ts";
import type { Tombstone } from "../../schemas/deletion.ts";
import type { Dropped } from "../../schemas/dropped.ts";
import type { HealthMark, QueuedHealth } from "../../schemas/health-report.ts";
import type { KeptToken, SendingProblem, TokenPin, TokenPlan } from "../../schemas/kept-tokens.ts";
import type { LedgerEntry } from "../../schemas/ledger.ts";
import type { KeptPolicy } from "../../schemas/policy.ts";
import type { EraseKey, QueuedShipment } from "../../schemas/queue.ts";
import type { KindName } from "../../schemas/step.ts";
import type { QueuedStepReport } from "../../schemas/step-report.ts";
import type { KeptStop } from "../../schemas/stop.ts";
import type { TaskUnderWay } from "../../schemas/task.ts";
import type { Tool } from "../../schemas/tool.ts";
import type { KeptToolList } from "../../schemas/tool-list.ts";
import type { TrajectoryHead } from "../../schemas/trajectory.ts";
import { knownVersionsOnly } from "./newer-database.ts";

/** Up to 256 closed steps of one trajectory, one tool and one day, as UTF-8 lines of numbered steps. */
export interface Chunk {
  trajectory: string;
  first: number;
  last: number;
  tool: string;
  day: string;
  count: number;
  lines: Uint8Array;
}

/** One step of the open chunk: written as it comes, folded into chunks when full. */
export interface OpenStep {
  trajectory: string;
  n: number;
  tool: string;
  day: string;
  line: string;
}

export interface Total {
  day: string;
  tool: string;
  kind: KindName;
  count: number;
}

/** How far a document's steps have been taken; `seenAt` lets old rows expire. */
export interface Frame {
  frame: string;
  next: number;
  seenAt: number;
}

/** A page state, stored once by what it is. One that no trajectory cites goes within a day. */
export interface OutlineRow {
  hash: string;
  /** Canonical JSON of its nodes as UTF-8. */
  nodes: Uint8Array;
  seenAt: number;
  tools: string[];
  trajectories: string[];
}

export interface DroppedCount {
  reason: Dropped;
  count: number;
}

/** Small single facts, a row each. */
export type Setting =
  | { key: "pause"; pause: Pause }
  | { key: "policy"; policy: KeptPolicy }
  /** The newest stop file of the company's store that was followed. */
  | { key: "stop"; stop: KeptStop }
  /** The newest tool list of the company's store that was followed. */
  | { key: "tool-list"; list: KeptToolList }
  | { key: "profile"; profile: Profile }
  /** The hours that the person wants to look at a shipment. */
  | { key: "review"; hours: number }
  /** The person wants the state shown in the pages too; no row: not. */
  | { key: "mark"; shown: true }
  | { key: "task"; task: TaskUnderWay }
  | { key: "open-trajectory"; id: string; nextN: number; lastAt: number }
  /** Reports were drawn of what closed before; outlives erasing, so that no week is drawn twice. */
  | { key: "step-reports"; until: number }
  /** The newest health report. */
  | { key: "health"; health: QueuedHealth }
  | { key: "health-mark"; mark: HealthMark }
  /** As the gateway publishes it, and where it was fetched. */
  | { key: "gateway-key"; from: string; bytes: Uint8Array<ArrayBuffer>; fetchedAt: number }
  | { key: "token-plan"; plan: TokenPlan }
  | { key: "token-pins"; pins: Readonly<Record<string, TokenPin>> }
  /** The collector's ledger as it was last read; `seen`: the last entry of the last one that held together. */
  | {
      key: "ledger";
      readAt: number;
      entries: readonly LedgerEntry[];
      broken: number | null;
      seen: Pick<LedgerEntry, "number" | "hash"> | null;
    }
  /** The next moment at which one thing may leave. */
  | { key: "slot"; at: number }
  /** The collector or the relay asked everybody to wait. */
  | { key: "hold"; since: number; until: number }
  /** What keeps things from leaving, for the person to see; no row: nothing. */
  | { key: "sending"; problem: SendingProblem; since: number };

export type Database = Dexie & {
  receipts: EntityTable<Receipt, "id">;
  tools: EntityTable<Tool, "id">;
  trajectories: EntityTable<TrajectoryHead, "id">;
  chunks: Table<Chunk, [string, number, string]>;
  openSteps: Table<OpenStep, [string, number]>;
  totals: Table<Total, [string, string, KindName]>;
  shipments: EntityTable<QueuedShipment, "id">;
  eraseKeys: EntityTable<EraseKey, "shipment">;
  frames: EntityTable<Frame, "frame">;
  outlines: EntityTable<OutlineRow, "hash">;
  stepReports: EntityTable<QueuedStepReport, "id">;
  dropped: EntityTable<DroppedCount, "reason">;
  settings: Table<Setting, Setting["key"]>;
  tombstones: EntityTable<Tombstone, "id">;
  tokens: EntityTable<KeptToken, "id">;
};

export const databaseName = "tooltrail";

/**
 * Each version has an example in stored/, which a test opens. Durability is strict: Chromium and Firefox default to
 * relaxed, which may lose what was acknowledged.
 */
export function openDatabase(name: string = databaseName): Database {
  const options = { chromeTransactionDurability: "strict", indexedDB: knownVersionsOnly } as const;
  const database = new Dexie(name, options) as Database;
  database.version(1).stores({
    receipts: "id, at",
    tools: "id, addedAt",
    trajectories: "id, openedAt, closedAt",
    chunks: "[trajectory+first+tool], tool, day",
    openSteps: "[trajectory+n], tool",
    totals: "[day+tool+kind], tool",
    shipments: "id, trajectory, state, readyAt, nextTryAt",
    eraseKeys: "shipment, week",
    frames: "frame, seenAt",
    dropped: "reason",
    settings: "key",
  });
  database.version(2).stores({ outlines: "hash, seenAt, *trajectories" });
  database.version(3).stores({ tombstones: "id, at" });
  database.version(4).stores({ stepReports: "id, trajectory, state, readyAt, nextTryAt, madeAt" });
  database.version(5).stores({ tokens: "id, item" });
  return database;
}

type Found<K extends Setting["key"]> = { [N in K]?: Extract<Setting, { key: N }> };

/**
 * The settings from one key to another in the order of the alphabet, by their keys: one question to the database,
 * where each key by itself would be one.
 */
export async function readSettings<K extends Setting["key"]>(
  database: Database,
  [from, ...between]: readonly [K, ...K[]],
): Promise<Found<K>> {
  const rows = await database.settings
    .where("key")
    .between(from, between.at(-1) ?? from, true, true)
    .toArray();
  return Object.fromEntries(rows.map((row) => [row.key, row])) as Found<K>;
}

/** The setting of one key, or undefined. */
export async function readSetting<K extends Setting["key"]>(
  database: Database,
  key: K,
): Promise<Extract<Setting, { key: K }> | undefined> {
  return (await database.settings.get(key)) as Extract<Setting, { key: K }> | undefined;
}
