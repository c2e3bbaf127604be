import { expect, test } from "vitest";
import type { Step } from "../../../../schemas/step.ts";
import { matchTasks, offered } from "./task-match.ts";

const click = (more: Partial<Step> & { name?: number; attribute?: number }): Step => {
  const { name = null, attribute, ...rest } = more;
  const selectors = attribute === undefined ? [] : [{ by: "attribute" as const, attribute, within: null }];
  return {
    ...{ kind: "click", at: 0, tool: "A", frame: [], route: 0, effect: "nothing", button: "main", count: 1 },
    target: { role: "button", name, path: [], selectors, box: [0, 0, 1, 1], state: [], terms: [] },
    ...rest,
  } as Step;
};
const task = (sentence: string, ...done: object[]) => ({ sentence, ...(done.length > 0 && { done }) });
const vocabulary = {
  tasks: [
    task("Look around"),
    task(
      "Add and deploy",
      { route: 0, attribute: 3 },
      { route: 0, attribute: 9, effect: "changed" as const },
    ),
    task("Deploy", { route: 0, attribute: 9, effect: "changed" as const }),
    task("Rename", { term: 5 }),
    task("Elsewhere", { route: 7, term: 5 }),
    task("Be here", { route: 0 }),
  ],
};
const catalogues = [{ tool: "A", vocabulary }];
const sentences = (steps: Step[]) => matchTasks(catalogues, steps).map(({ sentence }) => sentence);

test("the task whose conditions are all met comes first, then the one that needs more", () => {
  expect(sentences([click({ attribute: 3 }), click({ attribute: 9, effect: "changed" })])).toEqual([
    "Add and deploy",
    "Deploy",
  ]);
  expect(sentences([click({ attribute: 9, effect: "changed" })])).toEqual(["Deploy", "Add and deploy"]);
});

test("an effect that did not come, another route or tool, and a route alone are no match", () => {
  expect(sentences([click({ attribute: 9 })])).toEqual([]);
  expect(sentences([click({ name: 5 })])).toEqual(["Rename"]);
  expect(sentences([click({ name: 5, tool: "B" })])).toEqual([]);
  expect(sentences([click({})])).toEqual([]);
});

test("three at most, and the whole list beside", () => {
  const all = sentences([
    click({ attribute: 3 }),
    click({ attribute: 9, effect: "changed" }),
    click({ name: 5, route: 7 }),
  ]);
  expect(all).toHaveLength(3);
  expect(offered(catalogues)).toHaveLength(vocabulary.tasks.length);
});
