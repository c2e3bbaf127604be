// How goals are reached: each act by the hand, the keys or the menu, as the person's habits have it.
import type { Random } from "../../capture/random.ts";
import { shuffled } from "../attack/linked.ts";
import { close, type Stored } from "../ship.ts";
import { createDesk, type Desk } from "./desk.ts";
import { isNarrow } from "./pages.ts";
import type { Person } from "./people.ts";
import type { Goal } from "./tasks.ts";
import { isText, rareTools, readText, type SimulatedTool, tools } from "./tools.ts";

type GoalOf<D extends Goal["do"]> = Extract<Goal, { do: D }>;

/** One stretch of work: these tasks one after the other, and when each began, in milliseconds since the first. */
export function work(
  person: Person,
  { goals, openedAt, random }: { goals: readonly (readonly Goal[])[]; openedAt: number; random: Random },
): { stored: Stored; began: number[] } {
  const desk = createDesk(person, random, openedAt);
  const began = goals.map((task) => {
    const from = desk.now() - openedAt;
    for (const goal of task) reach(desk, goal);
    return from;
  });
  const { steps, outlines, last } = desk;
  const pages = { outlines: [...outlines.values()], ...(last !== undefined && { lastOutline: last }) };
  return { stored: { ...close(steps, pages), openedAt }, began };
}

function reach(desk: Desk, goal: Goal): void {
  const reaches: { [D in Goal["do"]]: (goal: GoalOf<D>) => void } = {
    go: ({ tool, screen }) => goTo(desk, toolOf(tool), screen),
    find: ({ screen }) => find(desk, screen),
    fill: (goal) => fill(desk, goal),
    send: ({ button }) => send(desk, button),
    command: (goal) => command(desk, goal),
    press: ({ button }) => desk.click(button, "changed"),
    carry: (goal) => carry(desk, goal),
    read: () => read(desk),
  };
  (reaches[goal.do] as (goal: Goal) => void)(goal);
}

function toolOf(key: string): SimulatedTool {
  const found = [...tools, ...rareTools].find((tool) => tool.key === key);
  if (!found) throw new Error(`There is no tool ${key}.`);
  return found;
}

function goTo(desk: Desk, tool: SimulatedTool, screen: string): void {
  const { person } = desk;
  const wasThere = desk.tool === tool;
  if (desk.tool && !wasThere && desk.does(person.elsewhere))
    desk.emit("switch", { effect: "nothing", to: "elsewhere" });
  const before = desk.tool;
  if (!wasThere) desk.show(tool, [...tool.screens.keys()][0]!);
  if (before && !wasThere) desk.emit("switch", { effect: "nothing", to: "tool" });
  if (!before)
    desk.emit("navigate", { effect: "nothing", how: desk.does(person.newTab) ? "new-tab" : "full" });
  if (desk.does(person.reload)) desk.emit("navigate", { effect: "nothing", how: "reload" });
  if (desk.screen?.key === screen) return;
  if (desk.does(person.palette)) {
    desk.emit("shortcut", { effect: "opened", command: "palette" });
    desk.show(tool, screen);
  } else {
    const link = desk.screen!.parts.find(({ inNavigation, control }) => inNavigation && control === "link")!;
    if (isNarrow(person)) openMenu(desk, "Menu");
    desk.click(link.key, "navigated");
    desk.show(tool, screen);
  }
  const how = desk.does(person.newTab * 0.3) ? "new-tab" : "soft";
  desk.emit("navigate", { effect: "nothing", how });
}

function openMenu(desk: Desk, menu: string): void {
  if (menu !== "Menu" && desk.does(desk.person.hover))
    desk.emit("hover", { effect: "opened" }, desk.part(menu));
  else desk.click(menu, "opened");
  desk.open = menu;
}

function find(desk: Desk, screen: string): void {
  const { person } = desk;
  if (desk.has("Search") && desk.does(person.search)) {
    if (desk.does(person.shortcut)) desk.emit("shortcut", { effect: "nothing", command: "search" });
    else desk.click("Search", "nothing");
    desk.type("Search", 4 + desk.random.below(9));
    desk.wait(person.thought);
  } else {
    for (let n = desk.random.below(Math.ceil(1 + person.scroll)); n > 0; n--) scroll(desk);
  }
  const isTab = desk.does(person.newTab * 0.3);
  desk.click("Open row", "navigated", isTab ? "auxiliary" : "main");
  desk.show(desk.tool!, screen);
  desk.emit("navigate", { effect: "nothing", how: isTab ? "new-tab" : "soft" });
}

function scroll(desk: Desk): void {
  desk.wait(desk.person.thought / 2);
  const up = desk.does(0.2);
  desk.emit("scroll", {
    effect: "nothing",
    direction: up ? "up" : "down",
    by: [0, (up ? 1 : -1) * (100 + desk.random.below(900))],
  });
}

function fill(desk: Desk, { fields }: GoalOf<"fill">): void {
  const { person } = desk;
  const mixed = desk.does(0.1) ? shuffled(fields, desk.random) : fields;
  const ordered = desk.does(person.ownOrder)
    ? mixed.toSorted(([a], [b]) => person.ranks(a) - person.ranks(b))
    : mixed;
  for (const [key, length = 0, free] of ordered) {
    desk.wait(person.thought);
    const part = desk.part(key);
    if (!desk.does(person.tab)) desk.click(key, "nothing");
    if (isText(part.control)) write(desk, key, length, free ? person.words : 1);
    else {
      const control = part.control === "checkbox" ? "checkbox" : "select";
      desk.emit("choose", { effect: "changed", control, option: null }, part);
      desk.filled.add(key);
    }
  }
}

function write(desk: Desk, key: string, length: number, factor: number): void {
  const { person, random } = desk;
  const usual = Math.max(1, Math.round(length * factor * (0.6 + 0.8 * random.next())));
  if (desk.does(person.paste * 0.5)) {
    desk.emit("clipboard", { effect: "changed", act: "pasted", from: null, length: usual }, desk.part(key));
    desk.filled.add(key);
    return;
  }
  desk.type(key, usual);
  if (!desk.does(person.retype)) return;
  // Gone back to after a pause: another burst in the same field.
  desk.wait(4000);
  if (desk.does(person.shortcut))
    desk.emit("shortcut", { effect: "changed", command: "select-all" }, desk.part(key));
  desk.type(key, usual);
}

function send(desk: Desk, button: string): void {
  const field = [...desk.filled].find((key) => isText(desk.part(key).control));
  if (field && desk.does(desk.person.enter)) {
    const isLong = desk.does(0.5);
    if (isLong) desk.emit("shortcut", { effect: "navigated", command: "submit" }, desk.part(field));
  } else desk.click(button, "navigated");
  desk.emit("submit", { effect: "navigated" });
  desk.filled = new Set();
}

function command(desk: Desk, { command, button, menu }: GoalOf<"command">): void {
  const { person } = desk;
  if (desk.does(person.shortcut)) {
    desk.wait(person.thought);
    desk.emit("shortcut", { effect: "changed", command });
  } else if (!button || desk.does(person.menu)) {
    openMenu(desk, menu);
    desk.click(`${command[0]!.toUpperCase()}${command.slice(1)}`, "changed");
    desk.open = null;
  } else desk.click(button, "changed");
}

function carry(desk: Desk, { from, tool, screen, to, length }: GoalOf<"carry">): void {
  const [back, backTo] = [desk.tool!, desk.screen!.key];
  // A field of this very screen is copied here and put in over there; any other is fetched.
  const isHere = desk.has(from);
  if (!isHere) goTo(desk, toolOf(tool), screen);
  const copies = desk.does(desk.person.paste);
  if (copies) {
    if (!desk.does(desk.person.shortcut))
      desk.emit("click", { effect: "opened", button: "context", count: 1 }, desk.part(from));
    desk.emit("clipboard", { effect: "nothing", act: "copied", from: null }, desk.part(from));
  } else read(desk);
  if (isHere) goTo(desk, toolOf(tool), screen);
  else goTo(desk, back, backTo);
  if (!desk.does(desk.person.tab)) desk.click(to, "nothing");
  if (copies) desk.emit("clipboard", { effect: "changed", act: "pasted", from: null, length }, desk.part(to));
  else desk.type(to, length);
  desk.filled.add(to);
}

function read(desk: Desk): void {
  desk.wait(desk.person.thought * 2);
  while (desk.does(desk.person.idle / 2))
    desk.emit("click", { effect: "nothing", button: "main", count: desk.does(0.5) ? 2 : 1 }, readText);
  for (let n = desk.random.below(Math.ceil(1 + desk.person.scroll)); n > 0; n--) scroll(desk);
  if (desk.does(desk.person.elsewhere)) {
    desk.emit("switch", { effect: "nothing", to: "elsewhere" });
    desk.wait(20_000);
    desk.emit("switch", { effect: "nothing", to: "tool" });
  }
}
