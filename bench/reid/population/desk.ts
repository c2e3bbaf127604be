// Somebody at work: what the recorders would store of each act, and the pages as they change by it.

import type { Outline } from "../../../schemas/outline.ts";
import type { Effect, Step, StepOf } from "../../../schemas/step.ts";
import type { Target } from "../../../schemas/target.ts";
import type { Random } from "../../capture/random.ts";
import { outlineOf, type PageState, type Seen, targetOf } from "./pages.ts";
import type { Person } from "./people.ts";
import { isText, type Part, type Screen, type SimulatedTool } from "./tools.ts";

type Kind = Step["kind"];
/** What a step says besides what every step says. */
type Own<K extends Kind> = Omit<StepOf<K>, "kind" | "at" | "tool" | "frame" | "target" | "route" | "outline">;

export interface Desk {
  person: Person;
  random: Random;
  steps: Step[];
  tool: SimulatedTool | null;
  screen: Screen | null;
  filled: Set<string>;
  open: string | null;
  /** True as often as this. */
  does(chance: number): boolean;
  /** Lets time go by, in milliseconds in the mean. */
  wait(mean: number): void;
  now(): number;
  part(key: string): Part;
  has(key: string): boolean;
  emit<K extends Kind>(kind: K, own: Own<K>, part?: Part | null): void;
  /** A pointer's way and a click, unless it only goes into a field that is told of anyway. */
  click(key: string, effect: Effect, button?: StepOf<"click">["button"]): void;
  type(key: string, length: number): void;
  show(tool: SimulatedTool, screen: string): void;
  outlines: Map<string, Outline>;
  last: string | undefined;
}

export function createDesk(person: Person, random: Random, openedAt: number): Desk {
  let now = openedAt;
  let rows: PageState["rows"] = "6-20";
  const gauss = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const around = (mean: number, spread = 0.35) => Math.max(1, Math.round(mean * Math.exp(spread * gauss())));

  const cite = (): Seen => {
    const seen = outlineOf(
      person,
      desk.screen!,
      { filled: desk.filled, rows, open: desk.open },
      desk.tool!.key,
    );
    desk.outlines.set(seen.outline.hash, seen.outline);
    desk.last = seen.outline.hash;
    return seen;
  };
  const stateOf = ({ key, control }: Part): Target["state"] => {
    if (isText(control)) return [desk.filled.has(key) ? "filled" : "empty"];
    return control === "checkbox" && desk.filled.has(key) ? ["checked"] : [];
  };

  const desk: Desk = {
    person,
    random,
    steps: [],
    tool: null,
    screen: null,
    filled: new Set(),
    open: null,
    outlines: new Map(),
    last: undefined,
    does: (chance) => random.next() < chance,
    wait(mean) {
      now += around(mean);
    },
    now: () => now,
    has: (key) => desk.screen!.parts.some((part) => part.key === key),
    part(key) {
      const part = desk.screen!.parts.find((one) => one.key === key);
      if (!part) throw new Error(`There is no ${key} on ${desk.tool?.key} ${desk.screen?.key}.`);
      return part;
    },
    emit(kind, own, part) {
      if (!person.kinds.has(kind)) return;
      const seen = person.outlines ? cite() : null;
      const common = {
        ...{ kind, at: now, tool: desk.tool!.id, frame: [], route: desk.screen!.route },
        ...(part && { target: targetOf(person, part, stateOf(part)) }),
        ...(seen && {
          outline: { hash: seen.outline.hash, node: part ? (seen.nodes.get(part) ?? null) : null },
        }),
      };
      desk.steps.push({ ...common, ...own } as unknown as Step);
    },
    click(key, effect, button = "main") {
      desk.wait(person.thought);
      const part = desk.part(key);
      const points = 5 + random.below(12);
      const way = Array.from({ length: points }, (_, n): [number, number, number] => [
        100 + n * 20 + random.below(15),
        300 + n * 7 + random.below(15),
        Math.round((n * person.flight) / 6),
      ]);
      desk.emit("pointer", { effect: "nothing", path: way }, part);
      const told = isText(part.control) ? "typing" : "choose";
      const goesIntoField = !/^(button|link|item)$/.test(part.control);
      if (goesIntoField && effect === "nothing" && person.kinds.has(told)) return;
      desk.emit("click", { effect, button, count: 1 }, part);
    },
    type(key, length) {
      const slips = Array.from({ length }, () => desk.does(person.slip));
      const keys = slips.flatMap((slipped): StepOf<"typing">["keys"] => {
        const stroke = (): [number, number] => [around(person.dwell, 0.2), around(person.flight)];
        return slipped
          ? [
              ["text", ...stroke()],
              ["delete", ...stroke()],
              ["text", ...stroke()],
            ]
          : [["text", ...stroke()]];
      });
      const corrections = slips.filter(Boolean).length;
      desk.emit("typing", { effect: "changed", keys, corrections, by: ["keys"], length }, desk.part(key));
      now += keys.reduce((sum, [, , flight]) => sum + flight, 0);
      desk.filled.add(key);
    },
    show(tool, screen) {
      desk.tool = tool;
      desk.screen = tool.screens.get(screen) ?? null;
      if (!desk.screen) throw new Error(`${tool.key} has no ${screen}.`);
      desk.filled = new Set();
      desk.open = null;
      rows = (["2-5", "6-20", "more"] as const)[random.below(3)]!;
    },
  };
  return desk;
}
