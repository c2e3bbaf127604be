import { expect, test } from "vitest";
import type { TaskMark } from "../../schemas/task.ts";
import type { VocabularyTask } from "../../schemas/vocabulary.ts";
import type { Draft } from "./rule.ts";
import { taskOf } from "./task-of-piece.ts";
import { click, target, typing } from "./testing-drafts.ts";

const tool = "AAAAAAAAAAAAAAAAAAAAAA";
const on = (attribute: number) =>
  target("button", { selectors: [{ by: "attribute", attribute, within: null }] });
const save = click({ target: on(7), effect: "changed" });
const rename = typing({ target: on(3), length: 2 });

const tasks: VocabularyTask[] = [
  { sentence: "Save", done: [{ route: 0, attribute: 7, effect: "changed" }] },
  {
    sentence: "Rename and save",
    done: [
      { attribute: 3, state: "filled" },
      { attribute: 7, effect: "changed" },
    ],
  },
  { sentence: "By name", done: [{ term: 5 }] },
  { sentence: "Anything there", done: [{ route: 0 }] },
  { sentence: "Nobody says when it is done" },
];
const tasksOf = (of: string) => (of === tool ? tasks : []);
const said = (index: number, outcome: TaskMark["outcome"], more: Partial<TaskMark> = {}): TaskMark => ({
  ...{ tool, index, said: "started" },
  ...(outcome && { outcome }),
  ...more,
});
const shown = (index: number) => ({ tool, index, outcome: "done", judgedBy: "condition" });

test("what the steps show is said of everybody, whatever the person says or does not say", () => {
  const words = [undefined, said(0, "done"), said(4, "gave-up"), said(1, "partly"), said(0, "unknown")];
  for (const word of words) {
    expect(taskOf([save], tasksOf, word)).toEqual(shown(0));
    // The one that asks for most.
    expect(taskOf([rename, save], tasksOf, word)).toEqual(shown(1));
  }
  expect(taskOf([click({ target: target("button", { name: 5 }) })], tasksOf, undefined)).toEqual(shown(2));
});

test("conditions are met by the same tool, place, element, act and what was left in a field, or not at all", () => {
  const not = (...piece: Draft[]) => expect(taskOf(piece, tasksOf, undefined)).toBeUndefined();
  not({ ...save, effect: "nothing" });
  not({ ...save, route: 1, target: on(8) });
  not({ ...save, tool: "BBBBBBBBBBBBBBBBBBBBBA" });
  not(click());
  expect(taskOf([{ ...rename, length: 0 }, save], tasksOf, undefined)).toEqual(shown(0));
});

test("else what the person said, if it is of a tool of the piece and of its catalogue", () => {
  const piece = [click()];
  const own = { tool, index: 4, outcome: "partly", judgedBy: "person" };
  expect(taskOf(piece, tasksOf, said(4, "partly"))).toEqual(own);
  expect(taskOf(piece, tasksOf, said(4, "partly", { said: "afterwards" }))).toEqual(own);
  expect(taskOf(piece, tasksOf, said(5, "partly"))).toBeUndefined();
  expect(taskOf(piece, tasksOf, said(4, "partly", { tool: "BBBBBBBBBBBBBBBBBBBBBA" }))).toBeUndefined();
});

test("who says that it is done, or not how it came out, says nothing that leaves", () => {
  for (const outcome of ["done", undefined, "unknown"] as const)
    expect(taskOf([click()], tasksOf, said(4, outcome))).toBeUndefined();
});
