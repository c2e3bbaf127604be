// Whether what was stored of an element still leads to it after a reload: page states are built again, and in each
// the stored selectors of what it shows are followed.
import type { Pair } from "./compare.ts";
import { Driver, type Place } from "./driver.ts";
import { Ledger } from "./ledger.ts";
import { type Answered, type Asked, installResolver, type PageVocabulary, resolveAll } from "./page/again.ts";
import { lookInto } from "./page/look-into.ts";
import type { BenchTool } from "./tool.ts";
import { type Deed, perform } from "./walk.ts";

export interface AfterReload {
  targets: number;
  /** Found by some selector; shown, but found by none; found by the click path. */
  right: number;
  wrong: string[];
  byPath: number;
  /** Targets whose element no state that was built again showed, by reason. */
  left: Record<string, number>;
}

interface Pending extends Asked {
  frame: string;
  act: number;
  note: string;
  right: boolean;
  shown: boolean;
  /** The state that it was acted on in was built again. */
  inState: boolean;
  byPath: boolean;
}

export interface AgainOptions {
  pairs: readonly Pair[];
  deeds: readonly Deed[];
  /** The resolver as one piece of text. */
  code: string;
  vocabulary: PageVocabulary;
  /** Time for the states in which the acts were made. */
  seconds: number;
}

/** Every distinct element and description of it, once. */
function targetsOf(pairs: readonly Pair[]): Pending[] {
  const found = new Map<string, Pending>();
  for (const { truth, recorded, target } of pairs) {
    // A wrong target is counted where the acts are; an element that looks alike in many places is not told apart.
    if (!truth?.mark || !recorded?.target || !target) continue;
    const { path, selectors } = recorded.target;
    const { mark, act = 0, note } = truth;
    const frame = truth.frame.join("/");
    const key = JSON.stringify([frame, mark, selectors]);
    const fresh = { right: false, shown: false, inState: false, byPath: false };
    if (!found.has(key)) found.set(key, { ...mark, path, selectors, frame, act, note, ...fresh });
  }
  return [...found.values()];
}

const isGone = (error: unknown) => /context|navigat|detached|closed/i.test(String(error));

/** Asks every frame for what is still looked for in it. */
async function ask(driver: Driver, pending: readonly Pending[], options: AgainOptions): Promise<void> {
  const open = pending.filter(({ right }) => !right);
  if (open.length === 0) return;
  for (const door of driver.tab.doors()) {
    try {
      await lookInto(door);
      const frame = await door.evaluate(() => groundTree.framePosition().join("/"), undefined);
      const here = open.filter((one) => one.frame === frame);
      if (here.length === 0) continue;
      await door.evaluate(installResolver, [options.code, options.vocabulary] as const);
      const asked: Asked[] = here.map(({ looks, nth, of, path, selectors }) => ({
        looks,
        nth,
        of,
        path,
        selectors,
      }));
      const answers: Answered[] = await door.evaluate(resolveAll, asked);
      answers.forEach(({ shown, right, byPath }, at) => {
        const one = here[at]!;
        one.shown ||= shown;
        one.right ||= right > 0;
        one.byPath ||= byPath;
      });
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
}

/** The element of an act, in the page as it is now. */
async function again(driver: Driver, { frame, mark }: Deed): Promise<Place | null> {
  for (const door of driver.tab.doors()) {
    await lookInto(door);
    const spot = await door.evaluate(
      ([position, mark]) => {
        if (groundTree.framePosition().join() !== position) return null;
        const [element] = ground.again([mark]);
        return element ? ground.spot(ground.mark(element)) : null;
      },
      [frame.join(), mark] as const,
    );
    if (spot) return { door, spot };
  }
  return null;
}

/** Walks again from a fresh start until nothing more of that stretch is looked for, or an act cannot be repeated. */
async function walkAgain(
  driver: Driver,
  deeds: readonly Deed[],
  looking: { pending: readonly Pending[]; options: AgainOptions; until: number },
): Promise<void> {
  const { pending, options, until } = looking;
  const acts = new Set(deeds.map(({ act }) => act));
  for (const deed of deeds) {
    const ahead = pending.some(({ act, right }) => !right && acts.has(act) && act >= deed.act);
    if (!ahead || Date.now() > until) return;
    await driver.rest();
    await ask(driver, pending, options);
    for (const one of pending) if (one.act === deed.act) one.inState = one.shown;
    const place = await again(driver, deed);
    if (!place) return;
    try {
      await perform(driver, place, deed.what);
    } catch (error) {
      if (!/cannot be reached|has no corner/.test(String(error)) && !isGone(error)) throw error;
      return;
    }
  }
}

/** Builds the tool's states again, then those of the walk, and counts. */
export async function resolveAfterReload(
  tool: BenchTool,
  tab: Driver["tab"],
  options: AgainOptions,
): Promise<AfterReload> {
  const driver = new Driver(tab, new Ledger(), tool.addresses);
  const pending = targetsOf(options.pairs);
  for (const build of tool.states) {
    await build(driver);
    await ask(driver, pending, options);
  }
  const until = Date.now() + options.seconds * 1000;
  for (const stretch of new Set(options.deeds.map((deed) => deed.stretch))) {
    const deeds = options.deeds.filter((deed) => deed.stretch === stretch);
    const acts = new Set(deeds.map(({ act }) => act));
    if (Date.now() > until || !pending.some(({ act, right }) => !right && acts.has(act))) continue;
    await tool.restart(driver);
    await walkAgain(driver, deeds, { pending, options, until });
  }
  return counted(pending, Date.now() > until);
}

/** What is only shown in other states than its own may stand elsewhere in them: found it counts, not found it does not. */
function counted(pending: readonly Pending[], late: boolean): AfterReload {
  const reached = pending.filter(({ right, inState }) => right || inState);
  const out = pending.filter((one) => !reached.includes(one));
  const reasons: Record<string, Pending[]> = {
    "shown, though never in the state it was acted on in": out.filter(({ shown }) => shown),
    [late ? "no time was left for its state" : "its state was not reached again"]: out.filter(
      ({ shown }) => !shown,
    ),
  };
  return {
    targets: reached.length,
    right: reached.filter(({ right }) => right).length,
    wrong: reached
      .filter(({ right }) => !right)
      .map(({ note, frame, selectors }) => `${note} in ${frame || "top"}: ${JSON.stringify(selectors)}`),
    byPath: reached.filter(({ byPath }) => byPath).length,
    left: Object.fromEntries(
      Object.entries(reasons)
        .map(([reason, those]) => [reason, those.length] as const)
        .filter(([, count]) => count > 0),
    ),
  };
}
