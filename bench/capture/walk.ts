// A random walk over what a tool shows: the same for the same seed, as far as the tool is.

import { chooseOption } from "./acts/choose.ts";
import { click, describe } from "./acts/click.ts";
import { typeInto } from "./acts/typing.ts";
import type { Driver, Place } from "./driver.ts";
import { lookInto } from "./page/look-into.ts";
import type { Spot } from "./page/spot.ts";
import type { Random } from "./random.ts";
import type { Door } from "./tab.ts";

export interface WalkOptions {
  acts: number;
  random: Random;
  /** Whether an element may be acted on: nothing that leaves the tool, deletes or prints. */
  safe(spot: Spot): boolean;
  /** Brings the tool back to where a walk can go on; every so many acts, and when nothing is left to do. */
  restart(): Promise<void>;
  every: number;
  doors?: () => readonly Door[];
}

/** Goes on until so many acts are done. */
export async function walk(driver: Driver, options: WalkOptions): Promise<void> {
  const { acts, random, every } = options;
  const until = driver.ledger.acts + acts;
  let last = "";
  let sinceRestart = 0;
  for (let tries = 0; driver.ledger.acts < until && tries < acts * 3; tries++) {
    if (sinceRestart >= every) {
      await options.restart();
      sinceRestart = 0;
    }
    await driver.rest();
    const t0 = performance.now();
    const places = (await candidates(driver, options)).filter((place) => describe(place) !== last);
    const place = random.pick(places);
    const t1 = performance.now();
    if (!place) {
      driver.ledger.skip("nothing to act on");
      sinceRestart = every;
      continue;
    }
    try {
      await actOn(driver, place, random);
      sinceRestart++;
      if (process.env.PROFILE)
        console.log(
          "candidates",
          Math.round(t1 - t0),
          places.length,
          "act",
          Math.round(performance.now() - t1),
        );
      last = describe(place);
    } catch (error) {
      if (!/cannot be reached|has no corner/.test(String(error))) throw error;
      driver.ledger.skip("covered, or gone before the press");
    }
  }
}

async function candidates(driver: Driver, { safe, doors }: WalkOptions): Promise<Place[]> {
  const found: Place[] = [];
  for (const door of doors?.() ?? [driver.tab.top]) {
    await lookInto(door);
    const spots = await door.evaluate(() => ground.candidates(), undefined);
    found.push(...spots.filter((spot) => !spot.disabled && safe(spot)).map((spot) => ({ door, spot })));
  }
  return found;
}

async function actOn(driver: Driver, place: Place, random: Random): Promise<void> {
  const { spot } = place;
  if (spot.field) {
    if (random.next() < 0.2) return click(driver, place);
    const text = spot.type === "number" ? String(random.below(9000)) : random.word(2 + random.below(6));
    return typeInto(driver, place, text, { corrections: random.below(3) });
  }
  const luck = random.next();
  const plain = spot.tag === "a" || spot.tag === "input" || spot.tag === "select";
  if (luck < 0.06) return click(driver, place, { button: "context" });
  if (luck < 0.1 && !plain) return click(driver, place, { button: "auxiliary" });
  if (spot.tag === "select") return chooseOption(driver, place);
  return click(driver, place);
}
