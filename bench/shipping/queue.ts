// A browser's queue as recording leaves it: shipments, step reports and erase keys that are due.

import { shipment, textOf } from "../../collector/testing.ts";
import { now, weekOf } from "../../lib/platform/clock.ts";
import { eraseTagOf, randomId, randomKey } from "../../lib/platform/random.ts";
import type { Services } from "../../lib/shipping/services.ts";
import { type Database, openDatabase } from "../../lib/store/database.ts";
import { epochOf } from "../../schemas/epoch.ts";
import type { TokenSlot } from "../../schemas/kept-tokens.ts";
import { noticeVersion } from "../../schemas/notice-version.ts";
import type { StepReport } from "../../schemas/step-report.ts";
import { collectorOrigin, issuerOrigin, relayOrigin, type ServicesInMemory } from "./services.ts";

export const sealed: Services = {
  collector: collectorOrigin,
  issuer: issuerOrigin,
  relay: relayOrigin,
  bearer: "bearer-of-ann",
  cover: false,
};

let made = 0;

/** A database in which somebody has agreed. */
export async function agreedDatabase(): Promise<Database> {
  const database = openDatabase(`queue-${made++}`);
  const answer = { id: randomId(), at: now() - 1, notice: noticeVersion, answer: "agreed" as const };
  await database.receipts.put({ ...answer, kinds: ["click"], tools: [] });
  return database;
}

/** A shipment whose review is over; returns its id. */
export async function waits(database: Database, more: object = {}): Promise<string> {
  const key = randomKey();
  const sent = shipment({ week: weekOf(now()), eraseTag: await eraseTagOf(key) });
  const { id, week } = sent;
  const bytes = new TextEncoder().encode(textOf(sent));
  const at = { readyAt: now() - 1, attempts: 0, nextTryAt: now() - 1 };
  await database.shipments.put({
    ...{ id, trajectory: randomId(), state: "waiting", week, bytes, tools: [] },
    ...at,
    ...more,
  });
  await database.eraseKeys.put({ shipment: id, week, key });
  return id;
}

/** A step report that is due; returns its id. */
export async function reports(database: Database, more: object = {}): Promise<string> {
  const id = randomId();
  const report: StepReport = {
    format: "tooltrail-report/1",
    week: weekOf(now()),
    tool: { tool: null, vocabulary: null },
    step: { kind: "navigate", route: null, name: null },
    question: "first-act",
    answer: 5,
  };
  const about = { row: randomId(), trajectory: randomId(), n: 0, madeAt: now(), truth: 3 };
  const at = { readyAt: now() - 1, attempts: 0, nextTryAt: now() - 1 };
  await database.stepReports.put({ id, report, state: "waiting", ...about, ...at, ...more });
  return id;
}

/** The key of something that was shipped, asked to be erased. */
export async function erasing(database: Database): Promise<void> {
  const asked = { askedAt: now() - 1, attempts: 0, nextTryAt: now() - 1 };
  const week = weekOf(now());
  await database.eraseKeys.put({ shipment: randomId(), week, key: randomKey(), kept: true, erasing: asked });
}

/** Tokens at hand, as if they had been fetched. */
export async function holds(database: Database, services: ServicesInMemory, slot: TokenSlot, count: number) {
  const row = () => ({ id: randomId(), epoch: epochOf(now()), slot, token: services.makeToken() });
  await database.tokens.bulkAdd(Array.from({ length: count }, row));
}
