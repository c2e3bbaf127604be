// Natural timing for a trajectory: drawn from the population's, never anybody's own.
import type { DatasetStep, DatasetTrajectory } from "../../../schemas/dataset.ts";
import {
  type DrawnStep,
  type DrawnTiming,
  drawnTimingSchema,
  type Measure,
  type Pool,
  type PoolOf,
  type TimingModel,
} from "../../../schemas/dataset-timing.ts";
import { lengthEdges } from "../../../schemas/step.ts";
import { type AskedKeyClass, bucketCount } from "../../../schemas/step-report-questions.ts";
import { asWide, poolKey, widths } from "./pools.ts";
import { type Next, seeded } from "./seeded.ts";

/** Draws one value for a step: of the narrowest pool that is told of; null where there is none. */
interface Hand {
  next: Next;
  pool(measure: Measure, leaf: PoolOf): Pool | undefined;
}

/** Timing for each step of a trajectory, the same for the same seed. Every drawn value says whose it is. */
export function drawTiming(
  { id, steps }: Pick<DatasetTrajectory, "id" | "steps">,
  model: TimingModel,
  seed: number,
): DrawnTiming {
  const pools = new Map(model.pools.map((pool) => [poolKey(pool.measure, pool.of), pool]));
  const hand: Hand = {
    next: seeded(seed, id),
    pool(measure, leaf) {
      for (const width of widths) {
        const found = pools.get(poolKey(measure, asWide(leaf, width)));
        if (found) return found;
      }
      return undefined;
    },
  };
  let at: number | null = 0;
  const drawn = steps.map((step, n): DrawnStep => {
    const begun = at;
    const leaf = leafOf(step);
    const keys = step.kind === "typing" ? keysOf(step, leaf, hand) : undefined;
    const wait = waitAfter(step, steps[n + 1], hand);
    // Nobody goes on before the last key is down.
    const typed = keys?.reduce((sum, { flight }) => sum + flight, 0) ?? 0;
    const duration = wait === null ? null : Math.max(wait, typed);
    at = at === null || duration === null ? null : at + duration;
    const way = wayOf(hand, leaf);
    return {
      at: said(begun),
      duration: said(duration),
      ...(keys && { keys }),
      ...(way && { pointer: { timing: "population", way } }),
    };
  });
  return drawnTimingSchema.parse({
    format: "tooltrail-dataset-timing/1",
    trajectory: id,
    seed,
    steps: drawn,
  });
}

const said = (ms: number | null) => (ms === null ? null : ({ timing: "population", ms } as const));

function leafOf({ kind, target, measures }: DatasetStep): PoolOf {
  return {
    kind: kind as NonNullable<PoolOf["kind"]>,
    ...(target && { role: target.role }),
    ...(kind === "typing" && typeof measures.length === "number" && { length: measures.length }),
  };
}

/** To the next step; where that is on another page, with the time that a new page waits for its first act. */
function waitAfter(step: DatasetStep, next: DatasetStep | undefined, hand: Hand): number | null {
  const wait = timeFrom(hand, "duration", leafOf(step));
  const isSamePage = !next || (next.tool === step.tool && next.route === step.route);
  if (wait === null || isSamePage) return wait;
  return wait + (timeFrom(hand, "first-act", { kind: "navigate" }) ?? 0);
}

/** One of the first `count` shares. */
function pick({ shares }: Pool, count: number, next: Next): number {
  const some = shares.slice(0, count).map(({ share }) => share);
  let left = next() * some.reduce((sum, share) => sum + share, 0);
  const found = some.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return Math.max(0, found);
}

/** A time of the drawn bucket, even on a logarithmic scale; that there was none is not drawn. */
function timeFrom(hand: Hand, measure: Measure, leaf: PoolOf): number | null {
  const pool = hand.pool(measure, leaf);
  const edges = pool?.edges;
  if (!pool || !edges) return null;
  const bucket = pick(pool, bucketCount, hand.next);
  const ratio = edges.at(-1)! / edges.at(-2)!;
  const high = edges[bucket] ?? edges.at(-1)! * ratio;
  const low = edges[bucket - 1] ?? edges[0]! / ratio;
  return Math.round(low * (high / low) ** hand.next());
}

function wayOf(hand: Hand, leaf: PoolOf): "direct" | "wandering" | null {
  const pool = hand.pool("pointer", leaf);
  if (!pool || (leaf.kind !== "click" && leaf.kind !== "drag")) return null;
  return (["direct", "wandering", null] as const)[pick(pool, 3, hand.next)] ?? null;
}

/** As many keys as the text has by its length bucket, and now and then one that is taken back. */
function keysOf(
  { measures }: DatasetStep,
  leaf: PoolOf,
  hand: Hand,
): NonNullable<DrawnStep["keys"]> | undefined {
  if (typeof measures.length !== "number" || !hand.pool("flight", { ...leaf, keyClass: "text" }))
    return undefined;
  const [low, high] = [lengthEdges[measures.length - 1] ?? 0, lengthEdges[measures.length] ?? longest];
  const count = measures.length === 0 ? 0 : low + Math.floor(hand.next() * (high - low));
  const classes = Array.from({ length: count }, (): AskedKeyClass => "text");
  const corrected = hand.pool("corrected", leaf);
  if (corrected && count > 0 && pick(corrected, 2, hand.next) === 1)
    classes.splice(1 + Math.floor(hand.next() * count), 0, "delete", "text");
  return classes.flatMap((keyClass, n) => {
    const flight = n === 0 ? 0 : timeFrom(hand, "flight", { ...leaf, keyClass });
    const dwell = timeFrom(hand, "dwell", { ...leaf, keyClass });
    if (flight === null || dwell === null) return [];
    return [{ timing: "population" as const, class: keyClass, dwell, flight }];
  });
}

/** Of a text of the last length bucket. */
const longest = 120;
