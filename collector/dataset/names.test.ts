import { expect, test } from "vitest";
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { namesOf } from "./names.ts";

const vocabulary: Vocabulary = {
  format: "tooltrail-vocabulary/1",
  tool: "bm9kZS1yZWQtZWRpdG9yAA",
  version: 1,
  title: "A tool",
  routes: ["/"],
  terms: [{ en: "Zoom in" }],
  attributes: [{ name: "id", value: "zoom-in", term: 0 }],
  elements: [],
  tasks: [],
};

test("an attribute is its name and value only: what it is called stands in the target", () => {
  let unknown = 0;
  const names = namesOf(vocabulary, () => unknown++);
  expect(names.attribute(0)).toEqual({ name: "id", value: "zoom-in" });
  expect(unknown).toBe(0);
  expect(names.attribute(1)).toBeNull();
  expect(unknown).toBe(1);
});
