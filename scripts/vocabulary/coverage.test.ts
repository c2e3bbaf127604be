import { expect, it } from "vitest";
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { describeCoverage, recordedTargets, tabulate } from "./coverage.ts";

const vocabulary = { routes: ["/", "/a"] } as unknown as Vocabulary;
const step = (name: number | null, by: string[] = [], route: number | null = 0) => ({
  kind: "click",
  route,
  target: { role: "button", name, selectors: by.map((one) => ({ by: one })) },
});

it("counts by route and role in trajectories and in single steps", () => {
  const trajectory = {
    id: "x",
    steps: [
      { n: 0, step: step(1) },
      { n: 1, step: step(null, ["attribute"]) },
    ],
  };
  const lines = [trajectory, step(null, ["ordinal"], 1), { kind: "navigate", route: 0 }];
  const text = `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`;
  const rows = tabulate(recordedTargets(text, vocabulary));
  expect(rows).toEqual([
    { route: "/", role: "button", targets: 2, unnamed: 1, lost: 0 },
    { route: "/a", role: "button", targets: 1, unnamed: 1, lost: 1 },
  ]);
  expect(describeCoverage(rows).at(-1)).toBe("3 targets: 33.3 % have a name, 66.7 % a name or an attribute.");
});

it("says so where nothing was acted on", () => {
  expect(describeCoverage(tabulate([])).at(-1)).toBe("0 targets: - have a name, - a name or an attribute.");
});
