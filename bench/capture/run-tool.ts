// One tool in one browser: the acts, and what was recorded of them.
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { type AfterReload, resolveAfterReload } from "./after-reload.ts";
import { compare, type Pair } from "./compare.ts";
import { Driver } from "./driver.ts";
import { Ledger } from "./ledger.ts";
import { createRandom } from "./random.ts";
import type { Recorder } from "./recorder.ts";
import { asClosed, type StoredRows, stepsOf } from "./stored.ts";
import type { BenchTool } from "./tool.ts";
import { walk } from "./walk.ts";

export interface ToolResult {
  name: string;
  ledger: Ledger;
  pairs: Pair[];
  /** Steps in frames in which nothing was to be recorded. */
  stepsOutside: number;
  version: string;
  seconds: number;
  dropped: Record<string, number>;
  again: AfterReload;
  names: Names;
}

/** Of the acts with a right target (a pointer's way belongs to its click), those whose element is named, or is at least known by an attribute. */
export interface Names {
  targets: number;
  named: number;
  known: number;
  /** What was acted on without a name, by the act, a count each. */
  unnamed: Map<string, number>;
}

export interface RunOptions {
  /** The vocabulary it is recorded with, if any. */
  vocabulary?: Vocabulary | undefined;
  /** The resolver as one piece of text for a page. */
  code: string;
  seed: number;
  /** Share of the tool's random acts to do. */
  part: number;
}

const ids = (rows: StoredRows, addresses: readonly string[]): string[] =>
  rows.tools
    .filter(
      ({ pattern, removedAt }) =>
        !removedAt && addresses.some((one) => pattern === `${new URL(one).origin}/*`),
    )
    .map(({ id }) => id);

/** Waits until nothing more is recorded: a burst of typing ends two seconds after its last key. */
async function recorded(
  recorder: Recorder,
  addresses: readonly string[],
): Promise<{ rows: StoredRows; tools: string[] }> {
  let before = -1;
  for (let same = 0; same < 5; ) {
    const rows = await recorder.rows();
    const tools = ids(rows, addresses);
    const count = tools.reduce((sum, tool) => sum + stepsOf(rows, tool).length, 0);
    same = count === before ? same + 1 : 0;
    before = count;
    if (same === 5) return { rows, tools };
    await new Promise((done) => setTimeout(done, 600));
  }
  throw new Error("unreachable");
}

const noVocabulary = { routes: [], terms: [], attributes: [], elements: [] };

function namesOf(pairs: readonly Pair[]): Names {
  const right = pairs.flatMap(({ truth, recorded, target }) =>
    truth && target && recorded?.target && recorded.kind !== "pointer"
      ? [{ note: truth.note, target: recorded.target }]
      : [],
  );
  const targets = right.map(({ target }) => target);
  const unnamed = new Map<string, number>();
  for (const { note, target } of right) {
    if (target.name !== null) continue;
    unnamed.set(note, (unnamed.get(note) ?? 0) + 1);
  }
  const isKnown = ({ name, selectors }: (typeof targets)[number]) =>
    name !== null || selectors.some(({ by }) => by === "attribute" || by === "css");
  return {
    targets: targets.length,
    named: targets.filter(({ name }) => name !== null).length,
    known: targets.filter(isKnown).length,
    unnamed,
  };
}

/** Lists the tool, works in it, and compares. */
export async function runTool(recorder: Recorder, tool: BenchTool, options: RunOptions): Promise<ToolResult> {
  const began = Date.now();
  for (const address of tool.addresses) await recorder.adds(address, options.vocabulary?.tool);
  const before = await recorder.rows();
  const tab = await recorder.opens();
  await tab.front();
  const ledger = new Ledger();
  const driver = new Driver(tab, ledger, tool.addresses);
  await driver.settle();
  await tab.moves();
  await tool.scripted(driver, recorder);
  await tool.restart(driver);
  const deeds = await walk(driver, {
    acts: Math.round(tool.walk * options.part),
    every: tool.every,
    random: createRandom(options.seed),
    safe: tool.safe,
    restart: () => tool.restart(driver),
    ...(tool.doors ? { doors: () => tool.doors!(driver) } : {}),
  });
  const { rows, tools } = await recorded(recorder, tool.addresses);
  const pairs = compare(
    ledger.truths,
    asClosed(tools.flatMap((id) => stepsOf(rows, id))),
    options.vocabulary?.elements ?? [],
  );
  const again = await resolveAfterReload(tool, tab, {
    pairs,
    deeds,
    code: options.code,
    vocabulary: options.vocabulary ?? noVocabulary,
    seconds: 30,
  });
  await tab.close();
  const counts = (all: StoredRows) =>
    Object.fromEntries(all.dropped.map(({ reason, count }) => [reason, count]));
  const first = counts(before);
  const dropped = Object.fromEntries(
    Object.entries(counts(rows))
      .map(([reason, count]) => [reason, count - (first[reason] ?? 0)])
      .filter(([, count]) => count),
  );
  const isOutside = ({ frame }: { frame: readonly number[] }) => ledger.framesOutside.has(frame.join("/"));
  return {
    name: tool.name,
    version: tool.version,
    ledger,
    pairs,
    stepsOutside: pairs.filter(({ recorded: step }) => step && isOutside(step)).length,
    seconds: (Date.now() - began) / 1000,
    dropped,
    again,
    names: namesOf(pairs),
  };
}
