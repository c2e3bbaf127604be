// A random walk over what a tool shows: the same for the same seed, as far as the tool is.

import { chooseOption } from "./acts/choose.ts";
import { click, describe } from "./acts/click.ts";
import { typeInto } from "./acts/typing.ts";
import type { Driver, Place } from "./driver.ts";
import { lookInto } from "./page/look-into.ts";
import type { Mark, Spot } from "./page/spot.ts";
import type { Random } from "./random.ts";
import type { Door } from "./tab.ts";

/** What is done with an element. */
export type What =
  | { by: "click"; button?: "context" | "auxiliary" }
  | { by: "choice" }
  | { by: "typing"; text: string; corrections: number };

/** One act of a walk, as it can be done again after a reload. */
export interface Deed {
  act: number;
  /** Walks between two fresh starts are counted. */
  stretch: number;
  frame: readonly number[];
  mark: Mark;
  what: What;
}

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
export async function walk(driver: Driver, options: WalkOptions): Promise<Deed[]> {
  const { acts, random, every } = options;
  const until = driver.ledger.acts + acts;
  const deeds: Deed[] = [];
  let last = "";
  let stretch = 0;
  let sinceRestart = 0;
  for (let tries = 0; driver.ledger.acts < until && tries < acts * 3; tries++) {
    if (sinceRestart >= every) {
      await options.restart();
      sinceRestart = 0;
      stretch++;
    }
    await driver.rest();
    const places = (await candidates(driver, options)).filter((place) => describe(place) !== last);
    const place = random.pick(places);
    if (!place) {
      driver.ledger.skip("nothing to act on");
      sinceRestart = every;
      continue;
    }
    try {
      const what = choose(place, random);
      const deed = { act: driver.ledger.acts, stretch, what, frame: place.spot.frame };
      await perform(driver, place, what);
      const mark = driver.ledger.truths.findLast(({ act }) => act === deed.act)?.mark;
      if (mark) deeds.push({ ...deed, mark });
      sinceRestart++;
      last = describe(place);
    } catch (error) {
      if (!/cannot be reached|has no corner/.test(String(error))) throw error;
      driver.ledger.skip("covered, or gone before the press");
    }
  }
  return deeds;
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

function choose(place: Place, random: Random): What {
  const { spot } = place;
  if (spot.field) {
    if (random.next() < 0.2) return { by: "click" };
    const text = spot.type === "number" ? String(random.below(9000)) : random.word(2 + random.below(6));
    return { by: "typing", text, corrections: random.below(3) };
  }
  const luck = random.next();
  const plain = spot.tag === "a" || spot.tag === "input" || spot.tag === "select";
  if (luck < 0.06) return { by: "click", button: "context" };
  if (luck < 0.1 && !plain) return { by: "click", button: "auxiliary" };
  return { by: spot.tag === "select" ? "choice" : "click" };
}

/** Does it, whether the first time or again. */
export async function perform(driver: Driver, place: Place, what: What): Promise<void> {
  if (what.by === "typing") return typeInto(driver, place, what.text, { corrections: what.corrections });
  if (what.by === "choice") return chooseOption(driver, place);
  return click(driver, place, what.button ? { button: what.button } : {});
}
