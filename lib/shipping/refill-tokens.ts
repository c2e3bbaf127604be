// Tokens are fetched at moments drawn at the week's beginning, everybody's the same number: nothing says how many are used.
import { epochAfter, epochOf, startOf } from "../../schemas/epoch.ts";
import type { TokenPlan } from "../../schemas/kept-tokens.ts";
import { tokensPerWeek } from "../../schemas/tokens.ts";
import { now } from "../platform/clock.ts";
import { randomBelow } from "../platform/random.ts";
import { type Database, readSetting } from "../store/database.ts";
import { dropOldTokens } from "../store/tokens.ts";
import { write } from "../store/writer.ts";
import { dueFetch, fetchesOf } from "../tokens/schedule.ts";
import type { Way } from "./carry.ts";
import { fetchPart, type Part } from "./fetch-part.ts";
import { noteProblem, noteSent } from "./problem.ts";
import { isOver, waitAfter } from "./retry-after.ts";

/** A person's tokens of a week, and in how many fetches they come: one a day. */
const weekly = { budget: tokensPerWeek, parts: 7 } as const;

const random = (): number => randomBelow(2 ** 32) / 2 ** 32;

/** Does the fetch that is due, or goes on with one that was cut off. */
export async function refillTokens(database: Database, way: Way): Promise<void> {
  const plan = await begun(database);
  if (plan.left === 0 || !isOver(plan.nextTryAt, now())) return;
  if (way.services.bearer === null) return noteProblem(database, "no-sign-on");
  const part = await fetchPart(database, plan, way);
  const { end } = part;
  if (end === "unknown-person") await noteProblem(database, "no-sign-on");
  else if (end === "keys-differ") await noteProblem(database, "keys-differ");
  else if (end === "done") await noteSent(database);
  await settle(database, plan.epoch, part);
}

const settle = (database: Database, epoch: string, { end, asked }: Part): Promise<void> =>
  write(database, async () => {
    const kept = (await readSetting(database, "token-plan"))?.plan;
    if (kept?.epoch !== epoch) return;
    const wait = waitAfter({ attempts: kept.attempts, asked }, random());
    const after =
      end === "done" || end === "spent"
        ? { left: 0, attempts: 0, nextTryAt: 0 }
        : { attempts: kept.attempts + 1, nextTryAt: now() + wait };
    await database.settings.put({ key: "token-plan", plan: { ...kept, ...after } });
  });

/** The week's plan, with the fetch that is due marked as begun. */
const begun = (database: Database): Promise<TokenPlan> =>
  write(database, async () => {
    const epoch = epochOf(now());
    const kept = (await readSetting(database, "token-plan"))?.plan;
    let plan = kept?.epoch === epoch ? kept : newPlan(epoch);
    if (plan !== kept) await dropOldTokens(database);
    if (plan.left === 0) {
      const due = dueFetch(plan.fetches, { until: plan.until, now: now() });
      if (due) plan = { ...plan, until: due.at, left: due.count, attempts: 0, nextTryAt: 0 };
    }
    if (plan !== kept) await database.settings.put({ key: "token-plan", plan });
    return plan;
  });

const newPlan = (epoch: string): TokenPlan => ({
  epoch,
  fetches: fetchesOf({ epoch, ...weekly }, random),
  until: now(),
  left: 0,
  attempts: 0,
  nextTryAt: 0,
});

/** When the next fetch is; null where none is planned yet or this week has no more. */
export async function nextFetch(database: Database): Promise<number | null> {
  const plan = (await readSetting(database, "token-plan"))?.plan;
  if (!plan) return null;
  if (plan.left > 0) return plan.nextTryAt;
  const next = plan.fetches.find(({ at }) => at > plan.until);
  return next?.at ?? startOf(epochAfter(plan.epoch, 1));
}
