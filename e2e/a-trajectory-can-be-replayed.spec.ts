// What leaves is enough to do the work again: only from what the collector has, the same flows are built and deployed in
// a Node-RED that is as the person's was before. Of a trajectory one piece leaves, which ends with what is completed:
// this person finishes a trajectory there, so that all pieces leave, each by itself. Opening a node's form completes
// something where the change is seen before the next act, and nothing where that comes first: it ends one as well.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { startNodeRed } from "../examples/node-red/start.ts";
import { lengthEdges } from "../schemas/step.ts";
import { freePort } from "./free-port.ts";
import { isHeard } from "./is-heard.ts";
import { expect, test } from "./node-red.ts";
import { vocabularyLabel } from "./node-red-editor.ts";
import { allThatLeaves } from "./person.ts";
import { type DoneOn, FlowBuilder } from "./works-on-flows.ts";

interface Replayed {
  steps: {
    n: number;
    outcome: string;
    found?: { place: string; by: string[]; alike: number };
    onto?: { place: string };
  }[];
  end: { route: string | null; lastRoute: string | null };
}

interface FlowNode {
  id: string;
  type: string;
  z?: string;
  name?: string;
  wires?: string[][];
}

/** What is deployed: types, wires and how long names are, without the ids that differ each time. */
async function deployed(url: string) {
  const nodes = (await (await fetch(`${url}flows`)).json()) as FlowNode[];
  const numberOf = (id: string | undefined) => nodes.findIndex((node) => node.id === id);
  return nodes.map(({ type, z, name = "", wires = [] }) => ({
    type,
    flow: numberOf(z),
    name: lengthEdges.filter((edge) => name.length >= edge).length,
    wires: wires.map((ends) => ends.map(numberOf)),
  }));
}

test("flows are built and deployed again, only from what left", async ({
  person,
  nodeRed,
  collector,
  folder,
}) => {
  test.setTimeout(240_000);
  await person.agrees(allThatLeaves);
  await person.adds(nodeRed.url, { name: "Node-RED", vocabulary: vocabularyLabel });
  const builder = new FlowBuilder(await person.context.newPage());
  await builder.opens(nodeRed.url);
  await isHeard(builder.page, person);
  const before = await deployed(nodeRed.url);

  const ids: string[] = [];
  const parts: (() => Promise<void>)[] = [
    async () => {
      await builder.adds("inject", "timestamp", { x: 200, y: 240 });
      await builder.adds("function", "function 1", { x: 400, y: 240 });
      await builder.adds("debug", "debug 1", { x: 600, y: 300 });
      await builder.wires("timestamp", "function 1");
      await builder.wires("function 1", "debug 1");
      await builder.edits("timestamp");
    },
    () => builder.names("orders of the day"),
    () => builder.edits("function 1"),
    () => builder.names("add it up"),
    () => builder.deploys(),
  ];
  for (const part of parts) {
    await builder.page.bringToFront();
    await part();
    await person.finishesAndShips();
    await expect.poll(() => collector.shipments().length).toBe(ids.length + 1);
    ids.push(collector.shipments().find(({ id }) => !ids.includes(id))!.id);
  }
  const shipments = ids.map((id) => collector.shipments().find((one) => one.id === id)!.shipment);
  const steps = shipments.flatMap((one) => one.steps);
  // All of it left, so that what is replayed is the whole.
  expect(steps.map(({ kind }) => kind)).toEqual(builder.acts.map(({ kind }) => kind));

  const over = new AbortController();
  const again = await startNodeRed({
    port: await freePort(),
    dir: join(folder, "again"),
    signal: over.signal,
  });
  try {
    expect(await deployed(again.url)).toEqual(before);
    const out = join(folder, "replay.json");
    const named = ids.flatMap((id) => ["--id", id]);
    const main = ["collector/dataset/main.ts", "replay", "--from", collector.file, "--at", again.url];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [
      ...main,
      ...named,
      "--out",
      out,
    ]).catch((failed: { stdout: string; stderr: string }) => failed);
    console.log(`${stdout}${stderr}`);
    const report = JSON.parse(readFileSync(out, "utf8")) as Replayed;
    expect(report.steps.map(({ outcome }) => outcome)).toEqual(steps.map(() => "driven"));

    const right = report.steps.filter(({ found, onto }, at) => {
      const used: DoneOn = builder.acts[at]!;
      return found?.place === used.place && onto?.place === used.onto;
    });
    console.log(`${right.length} of ${report.steps.length} steps on the element that the person used`);
    const wrong = report.steps.filter((step) => !right.includes(step));
    for (const { n, found, onto } of wrong)
      console.log(`${n}: ${found?.place} onto ${onto?.place}\n  used ${JSON.stringify(builder.acts[n - 1])}`);
    expect(right.length / report.steps.length).toBeGreaterThanOrEqual(0.98);

    const after = await deployed(nodeRed.url);
    expect(after.length).toBe(before.length + 3);
    expect(await deployed(again.url)).toEqual(after);
    expect(report.end.route).toBe(report.end.lastRoute);
  } finally {
    over.abort();
    await again.ended;
  }
});
