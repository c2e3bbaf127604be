// What the About section shows of what was measured: out of the benches' results, and nothing that was not measured.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Results } from "./page.ts";

export interface ReidResults {
  figures: Record<string, number>;
  bounds: { name: string; most?: number }[];
}

/** What `npm run bench -- reid --write` left; undefined before it was run. */
export function readReid(root: string): ReidResults | undefined {
  const file = join(root, "bench/results/reid.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

const linked = 20;
const sets = { typing: "cmu", pointing: "balabit", work: "population A" } as const;

/** The file lib/ui/measured.json. */
export function measuredFile({ overhead, store, soak }: Results, reid: ReidResults | undefined): string {
  const own = (figure: string) => overhead.figures.tooltrail?.[figure]?.median;
  const cost = {
    "click-script-ms": (own("script-click-us") ?? Number.NaN) / 1000,
    "click-paint-ms": own("paint-click-ms"),
    "hour-cpu-s": own("hour-of-20-tabs-cpu-s"),
    "injected-kb": own("injected-gzip-kb"),
    "step-bytes": store.figures["disk-bytes-per-step"],
    // The database of one day grows and shrinks by its own tidying: what a day's steps take is told.
    "day-kb": dayOf(soak.figures.steps, store.figures["disk-bytes-per-step"]),
  };
  const known = Object.entries(cost).filter(([, figure]) => figure !== undefined && !Number.isNaN(figure));
  const measured = {
    chromium: overhead.versions.chromium,
    quick: overhead.quick,
    cost: Object.fromEntries(known),
    privacy: reid ? attacksOn(reid) : {},
  };
  return `${JSON.stringify(measured, null, 2)}\n`;
}

const dayOf = (steps = Number.NaN, bytes = Number.NaN): number => (steps * bytes) / 1024;

interface Attack {
  people: number;
  /** How often the best attacker was right. */
  recorded: number;
  shipped: number;
}

/** The attacks that were made, each with both sides. */
export const attacksOn = (reid: ReidResults): Record<string, Attack> =>
  Object.fromEntries(
    Object.entries(sets).flatMap(([name, set]) => {
      const found = pickedRight(reid, set);
      return found ? [[name, found] as const] : [];
    }),
  );

/** How often the best attacker was right, with what is recorded and with what ships. */
function pickedRight({ figures, bounds }: ReidResults, set: string): Attack | undefined {
  const figure = (side: string) => figures[`${set} ${side}`.replaceAll(" ", "-").concat(`-rank1-${linked}`)];
  const [recorded, shipped] = [figure("raw"), figure("shipped")];
  // The bound is twice the chance.
  const most = bounds.find(({ name }) => name.startsWith(`${set} shipped, rank-1 at ${linked} `))?.most;
  if (recorded === undefined || shipped === undefined || !most) return undefined;
  return { people: Math.round(2 / most), recorded, shipped };
}
