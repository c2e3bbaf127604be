// A profile that somebody has worked with for two weeks: tools with long names, days of steps, shipments in every
// state. Its rows are written into the database without the extension's code: living them would take two weeks.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { noticeVersion, receiptSchema } from "../schemas/consent.ts";
import { keptPolicySchema } from "../schemas/policy.ts";
import { eraseKeySchema, type QueuedShipment, queuedShipmentSchema } from "../schemas/queue.ts";
import { kindNames } from "../schemas/step.ts";
import { daysOfWork, hour, idOf, shipmentOf, toolIds, type Worked, weekOf } from "./lived-in-days.ts";
import { livedInReports, weekBegan } from "./lived-in-reports.ts";
import { policy, toolsAt } from "./lived-in-tools.ts";
import type { Person } from "./person.ts";
import { type Rows, writesRows } from "./writes-rows.ts";

const day = 24 * hour;
const minute = 60_000;

/** One is tried again and again, one was refused; of three that left the erasure was asked for. */
function withFates(all: ReturnType<typeof shipmentOf>[], now: number): ReturnType<typeof shipmentOf>[] {
  const waiting = all.filter(({ queued }) => queued.state === "waiting");
  const left = all.filter(({ queued }) => queued.state === "shipped");
  const last = waiting.at(-1)?.queued;
  const tried = { readyAt: now - 30 * minute, sentAt: now - 30 * minute, attempts: 2 };
  if (last) Object.assign(last, tried, { nextTryAt: now + 12 * minute });
  const refused = left[1]!.queued as Partial<QueuedShipment>;
  refused.state = "rejected";
  delete refused.shippedAt;
  const asked = { askedAt: now - 2 * day, attempts: 0, nextTryAt: now + 9 * hour };
  left[3]!.key.erasing = asked;
  left[4]!.key.erasing = { ...asked, attempts: 1, nextTryAt: now + 2 * hour };
  left[5]!.key.erasing = { ...asked, attempts: 1, acknowledgedAt: now - 3 * hour };
  return all;
}

/** Of what left months ago only the keys are known. */
const oldKeys = (now: number) =>
  [6, 9].map((weeks, n) => ({
    shipment: idOf("O", n),
    week: weekOf(now - weeks * 7 * day),
    key: `${idOf("Y", n)}${"A".repeat(21)}`,
    kept: true,
  }));

function stored(days: readonly Worked[]): Rows {
  const totals = new Map<string, number>();
  const rows = { chunks: [] as object[], openSteps: [] as object[] };
  for (const { head, steps } of days) {
    const dayOf = (at: number) => new Date(head.openedAt + at).toLocaleDateString("sv-SE");
    const groups = Map.groupBy(steps, ({ step }) => `${step.tool} ${dayOf(step.at)}`);
    for (const [key, group] of groups) {
      const [tool, on] = key.split(" ") as [string, string];
      const place = { trajectory: head.id, tool, day: on };
      for (const { step } of group)
        totals.set(`${on} ${tool} ${step.kind}`, (totals.get(`${on} ${tool} ${step.kind}`) ?? 0) + 1);
      const lines = group.map((step) => JSON.stringify(step));
      if (head.closedAt === undefined)
        rows.openSteps.push(...lines.map((line, at) => ({ ...place, n: group[at]!.n, line })));
      else {
        const numbers = { first: group[0]!.n, last: group.at(-1)!.n, count: group.length };
        rows.chunks.push({ ...place, ...numbers, lines: `${lines.join("\n")}\n` });
      }
    }
  }
  const counted = [...totals].map(([key, count]) => {
    const [day, tool, kind] = key.split(" ");
    return { day, tool, kind, count };
  });
  return { ...rows, totals: counted, trajectories: days.map(({ head }) => head) };
}

/** Every row, by table; what is bytes in the database is text here. */
export function livedInRows(now: number): Rows {
  const days = daysOfWork(now);
  const sent = withFates(
    days.slice(1).map((one, nth) => shipmentOf(one, nth, now)),
    now,
  );
  const tools = toolsAt(now);
  const kept = { good: { policy, since: now - 20 * day }, emptySince: null, refused: null };
  const [open] = days;
  const lastAt = now - 20_000;
  const answer = { notice: noticeVersion, answer: "agreed", kinds: kindNames.filter((k) => k !== "pointer") };
  return {
    tools,
    ...stored(days),
    receipts: [
      { id: idOf("R", 0), at: now - 14 * day, ...answer, answer: "later", kinds: [], tools: [] },
      ...[0, 1, 2, 3].map((n) => ({
        ...{ id: idOf("R", n + 1), at: now - (13 - n) * day, ...answer },
        tools: toolIds.slice(0, n + 1).filter((id) => id !== toolIds[3]),
      })),
    ].map((receipt) => receiptSchema.parse(receipt)),
    shipments: sent.map(({ queued }) => {
      const { bytes, ...row } = queuedShipmentSchema.parse(queued);
      return { ...row, bytes: new TextDecoder().decode(bytes) };
    }),
    stepReports: livedInReports(days, now),
    eraseKeys: [...sent.map(({ key }) => key), ...oldKeys(now)].map((key) => eraseKeySchema.parse(key)),
    dropped: [
      { reason: "paused", count: 212 },
      { reason: "path-excluded", count: 38 },
      { reason: "shipment-rejected", count: 1 },
    ],
    settings: [
      { key: "policy", policy: keptPolicySchema.parse(kept) },
      { key: "step-reports", until: weekBegan(now) },
      { key: "open-trajectory", id: open!.head.id, nextN: open!.steps.length, lastAt },
    ],
  };
}

/** A copy of a build that the browser lets into the tools' sites without asking. */
export function buildForTools(build: string, folder: string): string {
  const copy = join(folder, "build");
  cpSync(build, copy, { recursive: true });
  const file = join(copy, "manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as { host_permissions: string[] };
  manifest.host_permissions.push("https://*.norhaven.example/*");
  writeFileSync(file, JSON.stringify(manifest));
  return copy;
}

/** Writes the rows, which are of this moment, and loads the page anew. */
export async function livesIn(person: Person, now: number = Date.now()): Promise<void> {
  await writesRows(person, livedInRows(now));
  await person.options.reload();
}
