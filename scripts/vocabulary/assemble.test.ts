import { expect, it } from "vitest";
import { assemble as assembleAll, reviewOf } from "./assemble.ts";
import { addTo, type Counted, countedNothing, inBoth, type Seen, seenNothing } from "./found.ts";
import { keepBefore } from "./keep-before.ts";
import { taskIndices, tasksInWords } from "./tasks.ts";
import { asText } from "./written-file.ts";

const seen = (...terms: string[]): Seen => ({
  ...seenNothing(),
  routes: new Set(["/", "#flow/:id"]),
  terms: new Set(terms),
  attributes: new Set(["name=user", "id=go=on"]),
});
const inStates = (...states: Seen[]): Counted => {
  const all = countedNothing();
  for (const state of states) addTo(all, state);
  return all;
};
const found = (...terms: string[]) => ({ seen: inStates(seen(...terms)), messages: [] });
const assemble = (...args: Parameters<typeof assembleAll>) => assembleAll(...args).vocabulary;
const naming = {
  tool: "bm9kZS1yZWQtZWRpdG9yAA",
  title: "A tool",
  language: "en",
  without: ["Orders"],
  least: 1,
};

it("sorts, leaves the account's own words out, and begins with version 1", () => {
  const vocabulary = assemble(found("Name", "Deploy", "Flow Orders"), naming);
  expect(vocabulary).toMatchObject({
    version: 1,
    routes: ["#flow/:id", "/"],
    terms: [{ en: "Deploy" }, { en: "Name" }],
    attributes: [
      { name: "id", value: "go=on" },
      { name: "name", value: "user" },
    ],
  });
});

it("keeps the tasks, by their words, and raises the version only when something changed", () => {
  const tasks = [
    { sentence: "Rename {node}", done: [{ term: "Name", route: "#flow/:id", effect: "changed" as const }] },
  ];
  const first = assemble(found("Name"), { ...naming, tasks });
  expect(first.tasks).toEqual([
    { sentence: "Rename {node}", slots: ["node"], done: [{ route: 0, term: 0, effect: "changed" }] },
  ]);
  expect(assemble(found("Name"), naming, first)).toEqual(first);
  const second = assemble(found("Name", "Done"), naming, first);
  expect(second).toMatchObject({ version: 2, tasks: [{ done: [{ route: 0, term: 1 }] }] });
  expect(tasksInWords(second)).toEqual(tasks);
  expect(taskIndices(tasks, { ...second, terms: [] })).toEqual({
    tasks: [{ sentence: "Rename {node}", slots: ["node"] }],
    missing: ["Name"],
  });
});

it("counts only what both visits saw, in the same place", () => {
  const boxes = (x: number) =>
    new Map([["/\nterm=Name", [x, 0, 10, 10] as [number, number, number, number]]]);
  const both = inBoth(
    { ...seen("Name", "10:41"), boxes: boxes(100) },
    { ...seen("Name", "10:42"), boxes: boxes(103) },
  );
  expect([...both.terms]).toEqual(["Name"]);
  expect(both.boxes.size).toBe(1);
  expect(inBoth({ ...seen(), boxes: boxes(100) }, { ...seen(), boxes: boxes(300) }).boxes.size).toBe(0);
});

it("wants a string in several states, unless a message file has it, and tells the reviewer", () => {
  const states = inStates(seen("Often", "Once", "Said"), seen("Often"));
  const all = { seen: states, messages: [{ en: "Said", de: "Gesagt" }, { en: "Unseen" }] };
  const vocabulary = assemble(all, { ...naming, least: 2 });
  expect(vocabulary.terms).toEqual([{ en: "Often" }, { en: "Said", de: "Gesagt" }, { en: "Unseen" }]);
  expect(reviewOf(all, vocabulary)).toMatchObject({
    terms: [
      { entry: "Often", states: 2, routes: 2, inMessages: false, published: true },
      { entry: "Once", states: 1, published: false },
      { entry: "Said", states: 1, inMessages: true, published: true },
    ],
  });
});

it("knows a message with a shortcut behind it in every language", () => {
  const all = {
    seen: inStates(seen("Import ctrl-i", "Search flows ctrl-⇧f", "Import data", "Import - [ctrl-I]")),
    messages: [
      { en: "Import", de: "Importieren" },
      { en: "Search flows", de: "Flows suchen" },
    ],
  };
  expect(assemble(all, naming).terms).toEqual(
    expect.arrayContaining([
      { en: "Import ctrl-i", de: "Importieren ctrl-i" },
      { en: "Search flows ctrl-⇧f", de: "Flows suchen ctrl-⇧f" },
      { en: "Import data" },
      { en: "Import - [ctrl-I]", de: "Importieren - [ctrl-I]" },
    ]),
  );
});

it("puts boxes at the indices of what they show, and drops those of what is not published", () => {
  const box: [number, number, number, number] = [1, 2, 3, 4];
  const state = {
    ...seen("Name"),
    boxes: new Map([
      ["/\nterm=Name", box],
      ["/\nname=user", box],
      ["/\nterm=Gone", box],
    ]),
  };
  expect(assemble({ seen: inStates(state), messages: [] }, naming).layout?.boxes).toEqual([
    { route: 1, term: 0, box },
    { route: 1, attribute: 1, box },
  ]);
});

it("is written with one entry a line", () => {
  const text = asText({
    a: 1,
    terms: [{ en: "One" }, { en: "Two" }],
    none: [],
    layout: { viewport: [1, 2], boxes: [{ b: 1 }] },
  });
  expect(JSON.parse(text)).toMatchObject({ layout: { boxes: [{ b: 1 }] }, none: [] });
  expect(text.split("\n")).toContain('    {"en":"One"},');
  expect(text.split("\n")).toContain('    "viewport": [1,2],');
});

it("keeps what an earlier version holds, as far as it would be taken today", () => {
  const box: [number, number, number, number] = [1, 2, 3, 4];
  const state = { ...seen("Old"), boxes: new Map([["/\nterm=Old", box]]) };
  const before = assemble({ seen: inStates(state), messages: [] }, naming);
  const stale = { ...before, terms: [...before.terms, { en: "ada@firm.example" }] };
  const now = inStates(seen("New"));
  const messages = keepBefore(stale, now, 1);
  const after = assemble({ seen: now, messages }, naming, before);
  expect(after).toMatchObject({ version: 2, terms: [{ en: "New" }, { en: "Old" }] });
  expect(after.layout?.boxes).toEqual([{ route: 1, term: 1, box }]);
});

it("takes the class of a part of the page that is seen in two states and never twice in one", () => {
  const parts = (single: string[], repeated: string[] = []): Seen => ({
    ...seenNothing(),
    single: new Set(single),
    repeated: new Set(repeated),
  });
  const both = inBoth(
    parts(["class=bar", "class=card", "class=ada"]),
    parts(["class=bar", "class=card"], ["class=list"]),
  );
  expect([[...both.single], [...both.repeated]]).toEqual([["class=bar", "class=card"], ["class=list"]]);
  const states = inStates(
    parts(["class=bar", "class=card", "class=Orders"]),
    parts(["class=bar", "class=card", "class=once", "class=Orders"]),
    parts([], ["class=card"]),
  );
  expect(assemble({ seen: states, messages: [] }, naming).attributes).toEqual([
    { name: "class", value: "bar" },
  ]);
});
