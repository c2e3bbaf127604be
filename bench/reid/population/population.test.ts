import { expect, test } from "vitest";
import { outlineSchema } from "../../../schemas/outline.ts";
import { stepSchema } from "../../../schemas/step.ts";
import { ship } from "../ship.ts";
import { habits } from "./people.ts";
import { type Company, simulate } from "./population.ts";
import { rareTools, tools } from "./tools.ts";

const small: Company = { people: 8, each: 6, mix: "own", seed: 3 };
const published = (id: string) => [...tools, ...rareTools].find((tool) => tool.id === id)!.published;
const shipped = (company: Company) =>
  [...simulate(company)].map(({ stored }) => ship(stored, { seed: "x", week: "2026-W45", published }));

test("every step and page state is what a recorder could have stored", () => {
  const kinds = new Set<string>();
  for (const { stored } of simulate(small)) {
    for (const { step } of stored.steps) kinds.add(stepSchema.parse(step).kind);
    for (const outline of stored.outlines) outlineSchema.parse(outline);
    const hashes = new Set(stored.outlines.map(({ hash }) => hash));
    for (const { step } of stored.steps) if (step.outline) expect(hashes).toContain(step.outline.hash);
  }
  expect(kinds.size).toBeGreaterThan(9);
});

test("the same seed is the same work, another is another", () => {
  expect([...simulate(small)]).toEqual([...simulate(small)]);
  expect([...simulate(small)]).not.toEqual([...simulate({ ...small, seed: 4 })]);
});

test("pace and the hand stay in the browser: who differs in nothing else ships the same bytes", () => {
  const alike = { ...small, mix: "alike" as const };
  expect(shipped({ ...alike, differs: ["pace"] })).toEqual(shipped({ ...alike, differs: [] }));
  for (const habit of habits.filter((one) => !/^(pace|hours|corrections|language|window)$/.test(one)))
    expect(shipped({ ...alike, differs: [habit] }), habit).not.toEqual(shipped({ ...alike, differs: [] }));
});

test("in population A all do the same mix of tasks, in B each has their own", () => {
  const shares = (mix: Company["mix"]) => {
    const done = [...simulate({ people: 6, each: 80, mix, differs: [], seed: 5 })];
    const own = Map.groupBy(done, ({ person }) => person);
    return [...own.values()].map((mine) => {
      const all = mine.flatMap(({ labels }) => labels.tasks);
      return all.filter((task) => task === 0).length / all.length;
    });
  };
  const spread = (values: number[]) => Math.max(...values) - Math.min(...values);
  expect(spread(shares("alike"))).toBeLessThan(0.12);
  expect(spread(shares("own"))).toBeGreaterThan(0.12);
});
