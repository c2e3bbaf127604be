import { expect, it } from "vitest";
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { compare, describeDifferences } from "./diff.ts";

const old: Vocabulary = {
  format: "tooltrail-vocabulary/1",
  tool: "bm9kZS1yZWQtZWRpdG9yAA",
  version: 4,
  title: "A tool",
  routes: ["/"],
  terms: [{ en: "Copy" }, { en: "Open", de: "Auf" }, { en: "Save" }],
  attributes: [{ name: "id", value: "go" }],
  elements: [],
  tasks: [{ sentence: "Open it", done: [{ term: 1 }] }],
  layout: { viewport: [1280, 720], boxes: [{ route: 0, term: 1, box: [1, 1, 1, 1] }] },
};
const part = (now: Vocabulary, name: string) =>
  compare(old, now).differences.find(({ part }) => part === name);

it("finds no difference in the same file", () => {
  expect(compare(old, old).faults).toEqual([]);
  expect(describeDifferences(compare(old, old))).toEqual(["No difference."]);
});

it("tells added, removed, changed, and what has another index now", () => {
  const now: Vocabulary = {
    ...old,
    version: 5,
    terms: [{ en: "Add" }, { en: "Open", de: "Öffnen" }, { en: "Save" }],
  };
  expect(part(now, "terms")).toMatchObject({
    added: ["Add"],
    removed: ["Copy"],
    changed: ['{"en":"Open","de":"Öffnen"}'],
    moved: 1,
  });
  expect(describeDifferences(compare(old, now))).toContain("  + Add");
  expect(compare(old, now).faults).toEqual([]);
});

it("compares tasks and boxes by what their indices mean", () => {
  const shifted = {
    ...old,
    version: 5,
    terms: [{ en: "Add" }, ...old.terms],
    tasks: [{ sentence: "Open it", done: [{ term: 2 }] }],
    layout: {
      viewport: [1280, 720] as [number, number],
      boxes: [{ route: 0, term: 2, box: [1, 1, 1, 1] as [number, number, number, number] }],
    },
  };
  expect(part(shifted, "tasks")?.changed).toEqual([]);
  expect(part(shifted, "layout")).toMatchObject({ added: [], removed: [], changed: [] });
  expect(part({ ...shifted, tasks: old.tasks }, "tasks")?.changed).toEqual(["Open it"]);
});

it("faults an index that means something else within a version", () => {
  const reordered = { ...old, terms: old.terms.toReversed() };
  expect(compare(old, reordered).faults).toHaveLength(1);
  expect(compare(old, { ...reordered, version: 3 }).faults).toHaveLength(1);
  expect(compare(old, { ...reordered, version: 5 }).faults).toEqual([]);
  expect(compare(old, { ...old, tool: "bm9kZS1yZWQtZWRpdG9yBB" }).faults).not.toEqual([]);
});

it("compares what attributes are called by words", () => {
  const called = { ...old, attributes: [{ name: "id" as const, value: "go", term: 1 }] };
  expect(part(called, "attributes")).toMatchObject({ added: [], removed: [], changed: ["id=go"] });
  expect(compare(old, called).faults).toHaveLength(1);
  expect(compare(old, { ...called, version: 5 }).faults).toEqual([]);
  const shifted = {
    ...called,
    version: 5,
    terms: [{ en: "Add" }, ...old.terms],
    attributes: [{ name: "id" as const, value: "go", term: 2 }],
    tasks: [{ sentence: "Go", done: [{ attribute: 0 }] }],
  };
  const before = { ...called, tasks: shifted.tasks };
  expect(compare(before, shifted).differences.flatMap(({ changed }) => changed)).toEqual([]);
});
