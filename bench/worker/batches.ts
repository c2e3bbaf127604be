// What a message of 100 steps costs the service worker: sent as a page script sends it, and its parts by themselves.
import type { BrowserContext, Page } from "playwright";
import type { OutlineNode } from "../../schemas/outline.ts";
import type { Step } from "../../schemas/step.ts";
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { bundleForPage } from "../../scripts/page-bundle.ts";
import { median } from "../overhead/statistics.ts";
import type { Recording } from "../store/record.ts";
import { varied } from "../store/vary.ts";
import { ThreadTime } from "./thread-time.ts";
import type { World } from "./world.ts";

export const batchSteps = 100;

export interface Batches {
  context: BrowserContext;
  page: Page;
  world: World;
  steps: readonly Step[];
  /** Row of the page's tool. */
  tool: string;
  count: number;
}

const frameId = (nth: number): string => `${String(nth).padStart(21, "0")}A`;

const sends = (world: World, message: unknown): Promise<Record<string, unknown>> =>
  world(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);

/** The page state as one of a tool with this vocabulary: an index beyond its end names another entry. */
const fitted = (nodes: readonly OutlineNode[], { terms, attributes, elements }: Vocabulary): OutlineNode[] =>
  nodes.map((node) => ({
    ...node,
    ...(node.name !== undefined && { name: node.name % terms.length }),
    ...(typeof node.tag === "number" && { tag: elements.length > 0 ? node.tag % elements.length : "custom" }),
    ...(node.attributes && { attributes: node.attributes.map((index) => index % attributes.length) }),
  }));

/** Hands over the page states that the recording cites; its steps come back with the hashes that they got. */
export async function sendOutlines(
  world: World,
  { steps, outlines }: Recording,
  vocabulary: Vocabulary,
): Promise<Step[]> {
  const given = new Map<string, string>();
  for (const [hash, nodes] of Object.entries(outlines)) {
    const request = { nodes: fitted(nodes, vocabulary) };
    const reply = await sends(world, { name: "outlines.keep", request });
    if (typeof reply.hash !== "string") throw new Error("A page state of the recording was not taken.");
    given.set(hash, reply.hash);
  }
  return steps.map((step) =>
    step.outline ? { ...step, outline: { ...step.outline, hash: given.get(step.outline.hash)! } } : step,
  );
}

/** Thread milliseconds of each whole batch, and of each part of one. */
export async function measureBatches(batches: Batches): Promise<Map<string, number[]>> {
  const { context, page, world, steps: recorded, tool, count } = batches;
  const isOurs = (worker: { url(): string }) => worker.url().endsWith("/background.js");
  const worker = context.serviceWorkers().find(isOurs)!;
  await worker.evaluate(
    `globalThis.__BUILD__ = "bench"; globalThis.__POLICY__ = "none";${await bundleForPage("bench/store/parts.ts", "parts")}`,
  );
  const session = await context.browser()!.newBrowserCDPSession();
  const began = Date.now();
  const stepsOf = (nth: number) =>
    Array.from({ length: batchSteps }, (_, at) =>
      varied(recorded, nth * batchSteps + at, { at: began + (nth * batchSteps + at) * 10, tool }),
    );
  const time = new ThreadTime(session, worker);
  await time.start();
  for (let nth = 0; nth < count; nth++) {
    const request = { frame: frameId(nth), first: 0, steps: stepsOf(nth), dropped: {} };
    let reply: Record<string, unknown> = {};
    await time.during("batch", async () => {
      reply = await sends(world, { name: "steps.record", request });
    });
    if (reply.next !== batchSteps || reply.stop) throw new Error("A batch was not kept.");
  }
  for (let nth = 0; nth < 30; nth++) await time.during("nothing", async () => undefined);
  const sender = { url: page.url(), origin: new URL(page.url()).origin, tab: {} };
  for (const part of ["validates", "gates", "keeps"] as const) {
    for (let nth = 0; nth < count / 3; nth++) {
      const steps = stepsOf(count + nth);
      const expression = `globalThis.doing = () => parts.${part}(${
        part === "gates" ? JSON.stringify(sender) : JSON.stringify(frameId(10_000 + nth))
      }, ${JSON.stringify(steps)})`;
      await worker.evaluate(`void (${expression})`);
      await time.during(part, () => worker.evaluate("doing()"));
    }
  }
  return withoutMarks(await time.stop());
}

/** What the marks themselves take is known from stretches in which nothing else is done. */
function withoutMarks(times: ReadonlyMap<string, number[]>): Map<string, number[]> {
  const marks = median(times.get("nothing")!);
  return new Map(
    [...times]
      .filter(([name]) => name !== "nothing")
      .map(([name, each]) => [name, each.map((one) => one - marks)]),
  );
}
