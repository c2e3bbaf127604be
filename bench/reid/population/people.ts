// How the simulated employees differ: habits are leanings that each person has for good, drawn so that most are strong.

import { type KindName, kindNames } from "../../../schemas/step.ts";
import type { Random } from "../../capture/random.ts";

/** Every way in which people of population A differ. One at a time for the table of what leaks. */
export const habits = [
  "enterOrClick",
  "tabOrMouse",
  "pasteOrType",
  "shortcutOrMenu",
  "searchOrBrowse",
  "fieldOrder",
  "length",
  "pace",
  "corrections",
  "wandering",
  "verbosity",
  "hours",
  "language",
  "window",
  "consent",
  "tellsTask",
] as const;
export type Habit = (typeof habits)[number];

export interface Person {
  name: string;
  /** How likely, from 0 to 1. */
  enter: number;
  tab: number;
  paste: number;
  shortcut: number;
  /** What is not done by keys is done in a menu, else by the button. */
  menu: number;
  search: number;
  palette: number;
  newTab: number;
  hover: number;
  /** Ranks of fields in the person's own order, and how often it is kept. */
  ownOrder: number;
  ranks: (field: string) => number;
  /** Tasks in one stretch of work, in the mean. */
  tasks: number;
  /** Milliseconds. */
  dwell: number;
  flight: number;
  thought: number;
  slip: number;
  retype: number;
  scroll: number;
  elsewhere: number;
  reload: number;
  /** Clicks into what is read, of which nothing comes. */
  idle: number;
  /** Free texts are longer or shorter by this factor. */
  words: number;
  /** Hour of the day at which work is done, in the mean. */
  hour: number;
  language: "en" | "de" | "fr";
  window: readonly [width: number, height: number];
  kinds: ReadonlySet<KindName>;
  outlines: boolean;
  /** Says what task it was. */
  tellsTask: number;
}

const windows = [
  [1280, 720],
  [1366, 768],
  [1440, 900],
  [1536, 864],
  [1600, 900],
  [1680, 1050],
  [1920, 1080],
  [2560, 1440],
  [820, 1180],
  [960, 1040],
] as const;

/** Somebody who differs from the ordinary employee in these habits only. */
export function makePerson(name: string, differs: ReadonlySet<Habit>, random: Random): Person {
  // A number is drawn whether it is used or not: the same person with one habit more has all others as before.
  const lean = (habit: Habit, ordinary = 0.5): number => {
    const drawn = Math.sin((Math.PI / 2) * random.next()) ** 2;
    return differs.has(habit) ? drawn : ordinary;
  };
  const between = (habit: Habit, [least, most]: [number, number]): number => {
    const drawn = least * (most / least) ** random.next();
    return differs.has(habit) ? drawn : Math.sqrt(least * most);
  };
  const seed = random.below(1 << 30);
  const orders = differs.has("fieldOrder");
  const kinds = kindNames.filter((kind) => {
    const off = random.next() < 0.15;
    return !(differs.has("consent") && off && kind !== "click");
  });
  const window = random.pick(windows)!;
  const language = random.pick(["en", "en", "de", "fr"] as const)!;
  const outlinesOff = random.next() < 0.2;
  return {
    name,
    enter: lean("enterOrClick"),
    tab: lean("tabOrMouse"),
    paste: lean("pasteOrType"),
    shortcut: lean("shortcutOrMenu"),
    menu: lean("shortcutOrMenu"),
    search: lean("searchOrBrowse"),
    palette: lean("searchOrBrowse", 0.3) * 0.5,
    newTab: lean("searchOrBrowse", 0.3) * 0.5,
    hover: lean("shortcutOrMenu"),
    ownOrder: orders ? 0.9 : 0,
    ranks: (field) => ((hashOf(field) ^ seed) * 2_654_435_761) >>> 0,
    tasks: between("length", [1, 4]),
    dwell: between("pace", [65, 140]),
    flight: between("pace", [110, 320]),
    thought: between("pace", [500, 4000]),
    slip: between("corrections", [0.01, 0.12]),
    retype: between("corrections", [0.02, 0.3]),
    scroll: between("wandering", [0.2, 3]),
    elsewhere: between("wandering", [0.02, 0.5]),
    reload: between("wandering", [0.005, 0.1]),
    idle: between("wandering", [0.05, 0.8]),
    words: between("verbosity", [0.4, 2.5]),
    hour: 7 + 10 * lean("hours"),
    language: differs.has("language") ? language : "en",
    window: differs.has("window") ? window : windows[6],
    kinds: new Set(kinds),
    outlines: !(differs.has("consent") && outlinesOff),
    tellsTask: lean("tellsTask"),
  };
}

const hashOf = (text: string): number =>
  [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) | 0, 7);
