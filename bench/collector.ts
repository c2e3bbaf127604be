// `npm run bench -- collector`: sealed and paid shipments that one collector takes in a second, and what one costs.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gatewayPath } from "../schemas/sealing.ts";
import { startChild } from "./collector/child.ts";
import { type Round, runRound } from "./collector/load.ts";
import { measureParts } from "./collector/parts.ts";
import { prepare } from "./collector/world.ts";
import { median, quantile, sum } from "./overhead/statistics.ts";
import { atLeast, atMost, finish, readMachine } from "./store/report.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((one) => one !== "collector"),
  options: {
    rounds: { type: "string", default: "5" },
    shipments: { type: "string", default: "2000" },
    connections: { type: "string", default: "64" },
    /** Threads of the collector; its own default where it is not said. */
    readers: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const [rounds, shipments, connections] = [values.rounds, values.shipments, values.connections].map(
  Number,
) as [number, number, number];

const began = Date.now();
const machine = readMachine();
const folder = await mkdtemp(join(tmpdir(), "tooltrail-bench-collector-"));
const ready = await prepare(folder);
const main = join(import.meta.dirname, "..", "collector", "main.ts");
const file = join(folder, "collector.sqlite");
const readers = values.readers === undefined ? [] : ["--readers", values.readers];
const serve = ["serve", "--port", "0", "--file", file, "--keys", ready.keys, ...readers];
const collector = await startChild(main, serve);
const bare = await startChild(join(import.meta.dirname, "collector", "bare.ts"), [
  join(folder, "bare.sqlite"),
]);
try {
  const ours: Round[] = [];
  const theirs: Round[] = [];
  const parts: number[] = [];
  let costs = {};
  // The first round of each warms up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    const bodies = await ready.make(round === 0 ? 1000 : shipments);
    const common = { type: ready.type, bodies, connections };
    const one = await runRound({ ...common, url: `${collector.url}${gatewayPath}`, pid: collector.pid });
    const other = await runRound({ ...common, url: bare.url, pid: bare.pid });
    const cost = await measureParts(ready, join(folder, `parts-${round}.sqlite`), 500);
    if (round === 0) continue;
    ours.push(one);
    theirs.push(other);
    parts.push(sum(Object.values(cost)));
    costs = cost;
    console.log(
      `round ${round}: ${one.perSecond.toFixed(0)}/s, bare ${other.perSecond.toFixed(0)}/s; ` +
        `${one.processor.toFixed(2)} ms of processor each, its parts ${parts.at(-1)!.toFixed(2)} ms`,
    );
  }
  const times = ours.flatMap((one) => one.times);
  const rates = ours.map((one) => one.perSecond);
  const shares = ours.map((one, at) => one.perSecond / theirs[at]!.perSecond);
  const overParts = ours.map((one, at) => one.processor / parts[at]!);
  const refused = sum(ours.map((one) => one.refused));
  finish({
    bench: "collector",
    figures: {
      "shipments-per-s": median(rates),
      "bare-per-s": median(theirs.map((one) => one.perSecond)),
      "p50-ms": quantile(times, 0.5),
      "p99-ms": quantile(times, 0.99),
      "processor-ms": median(ours.map((one) => one.processor)),
      "bare-processor-ms": median(theirs.map((one) => one.processor)),
      "parts-ms": median(parts),
      ...Object.fromEntries(Object.entries(costs).map(([name, ms]) => [`part ${name}, ms`, ms as number])),
      "shipment-bytes": ready.sizes.text,
      "packed-bytes": ready.sizes.packed,
      "sealed-bytes": ready.sizes.sealed,
    },
    spread: { "shipments-per-s": rates, "of-bare": shares, "processor-over-parts": overParts },
    bounds: [
      atLeast("sealed and paid shipments a second", median(rates), 600),
      atLeast("of what bare node:http stores", median(shares), 0.2),
      atMost("processor time over the sum of its parts", median(overParts), 1.3),
    ],
    problems: refused > 0 ? [`${refused} shipments were refused`] : [],
    versions: {},
    machine,
    began,
    write: values.write,
  });
} finally {
  await collector.stop();
  await bare.stop();
  await rm(folder, { recursive: true, force: true });
}
