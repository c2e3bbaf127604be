// Two weeks of somebody's work as rows of the extension's tables: closed trajectories, one that is open, and what
// became of their shipments. The same for the same moment.
import { createHash } from "node:crypto";
import vocabulary from "../examples/node-red/vocabulary.json" with { type: "json" };
import { canonicalText } from "../schemas/canonical.ts";
import { noticeVersion } from "../schemas/consent.ts";
import { pack } from "../schemas/pack.ts";
import type { EraseKey, QueuedShipment } from "../schemas/queue.ts";
import { shipmentSchema } from "../schemas/shipment.ts";
import { isShippedKind, kinds, type Step } from "../schemas/step.ts";
import { type NumberedStep, type TrajectoryHead, trajectoryHeadSchema } from "../schemas/trajectory.ts";
import { works } from "./lived-in-work.ts";

export const hour = 3_600_000;
const day = 24 * hour;

/** An id of the fixed form that sorts by its number. */
export const idOf = (letter: string, n: number): string => `${letter}${String(n).padStart(20, "0")}A`;
export const toolIds = [0, 1, 2, 3].map((n) => idOf("T", n));

export interface Worked {
  head: TrajectoryHead;
  steps: NumberedStep[];
}

/** So many rounds of work, now in one tool and now in another. */
function worked(nth: number, openedAt: number, rounds: number): Worked {
  const steps: NumberedStep[] = [];
  let at = 0;
  for (let round = 0; round < rounds; round++) {
    const turn = (nth + (round % 3 === 2 ? 1 : 0) + (round % 7 === 6 ? 1 : 0)) % 3;
    for (const act of works[turn]!) {
      const n = steps.length;
      // A detour that the person has marked.
      const unusual = nth === 2 && n > 14 && n < 19 ? ({ unusual: true } as const) : {};
      steps.push({ n, step: act(at, toolIds[turn]!), ...unusual });
      at += 1400 + ((n * 37 + nth * 11) % 29) * 260;
    }
  }
  const tools = [...new Set(steps.map(({ step }) => step.tool))];
  return { head: trajectoryHeadSchema.parse({ id: idOf("F", nth), openedAt, tools }), steps };
}

const closed = ({ head, steps }: Worked): Worked => ({
  head: { ...head, closedAt: Math.round(head.openedAt + steps.at(-1)!.step.at) + 300_000, closedBy: "idle" },
  steps,
});

/** Newest first: the one that is open, then those of each working day. */
export function daysOfWork(now: number): Worked[] {
  const all = [worked(0, now - 6 * 60_000, 5)];
  for (let ago = 0; ago < 14; ago++) {
    const morning = new Date(now - ago * day).setHours(8, 40, 0, 0);
    if (ago > 1 && [0, 6].includes(new Date(morning).getDay())) continue;
    for (let part = 2 - (ago % 2); part >= 0; part--) {
      const openedAt = morning + (part * 155 + ((ago * 17) % 23)) * 60_000;
      // What is of today is over by now.
      if (openedAt + 40 * 60_000 > now) continue;
      all.push(closed(worked(all.length, openedAt, 4 + ((ago * 5 + part * 3) % 9))));
    }
  }
  const task = { tool: toolIds[0]!, index: 1, outcome: "done", said: "afterwards" } as const;
  const [said] = all.slice(1).filter(({ head }) => head.tools.includes(task.tool));
  if (said) said.head = { ...said.head, task };
  return all;
}

/** The ISO week of a moment: that of its Thursday. */
export function weekOf(at: number): string {
  const date = new Date(at);
  const thursday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()));
  thursday.setUTCDate(thursday.getUTCDate() + 3 - ((thursday.getUTCDay() + 6) % 7));
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * day));
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, "0")}`;
}

const leaves = (target: Step["target"]): object => {
  const { box: _, ...left } = target!;
  return left;
};

/** A step as it leaves; none for a kind that stays here. */
function shipped(step: Step, tools: readonly string[]): object[] {
  const { kind, route, effect, target, onto } = step;
  if (!isShippedKind(kind)) return [];
  const ship = kinds[kind].ship as (measures: Step) => object;
  const both = { ...(target && { target: leaves(target) }), ...(onto && { onto: leaves(onto) }) };
  return [{ kind, route, effect, tool: tools.indexOf(step.tool), ...both, ...ship(step) }];
}

/** The shipment that a closed trajectory became, in the state that it has by now, and its erase key. */
export function shipmentOf(
  { head, steps }: Worked,
  nth: number,
  now: number,
): { queued: QueuedShipment; key: EraseKey } {
  const { closedAt = now, tools } = head;
  const [id, week] = [idOf("S", nth), weekOf(closedAt)];
  const key = `${idOf("K", nth)}${"A".repeat(21)}`;
  const shipment = shipmentSchema.parse({
    ...{ format: "tooltrail/1", id, week, notice: noticeVersion, outlines: [] },
    eraseTag: createHash("sha256").update(`tt-erase-v1${key}`).digest("base64url"),
    tools: tools.map((tool) =>
      tool === toolIds[0]
        ? { tool: vocabulary.tool, vocabulary: vocabulary.version }
        : { tool: null, vocabulary: null },
    ),
    steps: steps.flatMap(({ step, unusual }) => (unusual ? [] : shipped(step, tools))),
  });
  // A moment of the second day after that of the work, as if drawn.
  const readyAt = new Date(closedAt).setHours(48, (nth * 617) % 1440, 0, 0);
  const left = readyAt < now;
  const shippedAt = readyAt + 90_000;
  return {
    queued: {
      ...{ id, trajectory: head.id, state: left ? "shipped" : "waiting", week, tools: [...tools], readyAt },
      bytes: new TextEncoder().encode(canonicalText(pack(shipment))),
      ...{ attempts: 0, nextTryAt: 0, ...(left && { sentAt: readyAt, shippedAt }) },
    },
    key: { shipment: id, week, key },
  };
}
