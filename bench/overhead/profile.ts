// Which functions of Tooltrail cost what, by input kind: to bring it down, not to be compared with anything.
import type { CDPSession, Page } from "playwright";
import { byCause, mainThread, marked } from "./attribute.ts";
import { allClosed, startBrowser } from "./browser.ts";
import { act, type Counts, type Hand, inputKinds } from "./inputs.ts";
import { placesOf, rests } from "./measure.ts";
import type { Subject } from "./subjects.ts";
import { startTrace } from "./trace.ts";

interface Node {
  id: number;
  callFrame: { functionName: string; url: string; lineNumber: number };
  children?: number[];
}

interface Profile {
  nodes: Node[];
  samples?: number[];
  timeDeltas?: number[];
}

interface Cost {
  name: string;
  /** Microseconds in it alone, and with all that it calls. */
  self: number;
  total: number;
}

const isOwn = ({ callFrame }: Node): boolean => callFrame.url.startsWith("chrome-extension://");

/** By function of the extension's; what the browser does for one counts as its own time. Pure. */
export function costsOf({ nodes, samples = [], timeDeltas = [] }: Profile): Cost[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const costs = new Map<string, Cost>();
  const costOf = ({ callFrame }: Node): Cost => {
    const name = `${callFrame.functionName || "(nameless)"}:${callFrame.lineNumber + 1}`;
    const known = costs.get(name) ?? { name, self: 0, total: 0 };
    costs.set(name, known);
    return known;
  };
  samples.forEach((id, n) => {
    const time = timeDeltas[n] ?? 0;
    const seen = new Set<Cost>();
    for (let at = byId.get(id); at; at = byId.get(parents.get(at.id) ?? -1)) {
      if (!isOwn(at)) continue;
      const cost = costOf(at);
      if (seen.size === 0) cost.self += time;
      if (!seen.has(cost)) cost.total += time;
      seen.add(cost);
    }
  });
  return [...costs.values()];
}

async function profiled(session: CDPSession, run: () => Promise<void>): Promise<Cost[]> {
  await session.send("Profiler.start");
  await run();
  const { profile } = await session.send("Profiler.stop");
  return costsOf(profile);
}

const perInput = (microseconds: number, count: number): string => String(Math.round(microseconds / count));

/** Prints, for each kind of input, the functions with most time of their own, in microseconds an input. */
export async function printProfile(subject: Subject, origin: string, counts: Counts): Promise<void> {
  const browser = await startBrowser(subject, origin);
  try {
    const page = await browser.context.newPage();
    const session = await browser.context.newCDPSession(page);
    await session.send("Profiler.enable");
    await session.send("Profiler.setSamplingInterval", { interval: 100 });
    const load = await profiled(session, async () => {
      await page.goto(`${origin}/orders`);
      await rests(page, 4000);
    });
    print("load", load, 1);
    const hand = { session, places: await placesOf(page) };
    for (const kind of inputKinds) {
      const costs = await profiled(session, async () => {
        await act[kind](hand, counts[kind]);
        await rests(page, 2500);
      });
      print(kind, costs, counts[kind]);
    }
    await session.send("Profiler.disable");
    await printCauses(page, hand, counts);
  } finally {
    browser.close();
    await allClosed();
  }
}

/** The same acts once more, with a trace and no profiler: in time of the thread. */
async function printCauses(page: Page, hand: Hand, counts: Counts): Promise<void> {
  const endTrace = await startTrace(hand.session);
  const mark = (name: string) => page.evaluate((text) => void performance.mark(text), name);
  for (const kind of inputKinds) {
    await mark(`begin-${kind}`);
    await act[kind](hand, counts[kind]);
    await rests(page, 2500);
    await mark(`end-${kind}`);
  }
  const { thread, marks } = mainThread(await endTrace());
  for (const kind of inputKinds) {
    console.log(`\n${kind}, by what calls, in microseconds of the thread:`);
    for (const { cause, count, microseconds, longest } of byCause(thread, marked(marks, kind)))
      console.log(
        `  ${cause.padEnd(40)} ${String(count).padStart(5)} times, ${Math.round(microseconds / count)} each, ${Math.round(longest)} at most, ${perInput(microseconds, counts[kind])} an input`,
      );
  }
}

function print(title: string, costs: readonly Cost[], count: number): void {
  const all = costs.reduce((sum, { self }) => sum + self, 0);
  console.log(`\n${title}: ${perInput(all, count)} us each, ${count} of them`);
  const most = (by: "self" | "total") => costs.toSorted((a, b) => b[by] - a[by]).slice(0, 28);
  const [self, total] = [most("self"), most("total")];
  for (const [n, one] of self.entries()) {
    const other = total[n]!;
    console.log(
      `  self ${perInput(one.self, count).padStart(7)}  ${one.name.padEnd(34)} total ${perInput(other.total, count).padStart(7)}  ${other.name}`,
    );
  }
}
