import { expect, test, vi } from "vitest";

vi.mock("../../platform/words.ts", () => ({ language: () => "en" }));
vi.mock("../../messaging/ask.ts", () => ({}));
const { tasksWith } = await import("./start-task.tsx");

const tasks = [{ sentence: "Change a flow and deploy it" }, { sentence: "Rename the node {node} to {name}" }];

test("a task is found by all of its words in any order, and keeps its place in the catalogue", () => {
  expect(tasksWith(tasks, "  ").map(({ index }) => index)).toEqual([0, 1]);
  expect(tasksWith(tasks, "NODE ren").map(({ index }) => index)).toEqual([1]);
  expect(tasksWith(tasks, "deploy node")).toEqual([]);
});
