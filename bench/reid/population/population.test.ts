import { expect, test } from "vitest";
import { outlineSchema } from "../../../schemas/outline.ts";
import { stepSchema } from "../../../schemas/step.ts";
import { ship } from "../ship.ts";
import { habits } from "./people.ts";
import { type Company, simulate } from "./population.ts";
import { rareTools, tools } from "./tools.ts";

const small: Company = { people: 8, each: 6, mix: "own", seed: 3 };
const all = [...tools, ...rareTools];
const toolOf = (id: string) => all.find((tool) => tool.id === id)!;
const shipped = (company: Company) =>
  [...simulate(company)].map(({ stored, session }) =>
    ship(stored, {
      seed: `${session}`,
      week: "2026-W45",
      published: (id) => toolOf(id).published,
      wordsOf: (id) => toolOf(id).words,
    }),
  );
/** The steps, but for what is the work's own: how long a number is, and how many rows the list has. */
const formsOf = (company: Company) =>
  new Set(
    shipped(company).map((upload) =>
      JSON.stringify(
        upload!.shipment.steps.map(({ outline, ...step }) => ({ ...step, length: 0, node: outline?.node })),
      ),
    ),
  );

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
  const stored = (company: Company) => [...simulate(company)].map((done) => done.stored);
  expect(stored(small)).toEqual(stored(small));
  expect(stored(small)).not.toEqual(stored({ ...small, seed: 4 }));
});

test.each(habits)("who differs in %s ships nothing that others do not ship", (habit) => {
  const alike = { people: 6, each: 80, mix: "alike" as const, seed: 3 };
  const ordinary = formsOf({ ...alike, differs: [] });
  expect(ordinary.size).toBeGreaterThan(10);
  expect(formsOf({ ...alike, differs: [habit] })).toEqual(ordinary);
});

test("in population A all do the same mix of tasks, in B each has their own", () => {
  const shares = (mix: Company["mix"]) => {
    const done = [...simulate({ people: 6, each: 80, mix, differs: [], seed: 5 })];
    const own = Map.groupBy(done, ({ person }) => person);
    return [...own.values()].map((mine) => {
      const done = mine.map(({ taskOf }) => taskOf(0));
      return done.filter((task) => task === "task 0").length / done.length;
    });
  };
  const spread = (values: number[]) => Math.max(...values) - Math.min(...values);
  expect(spread(shares("alike"))).toBeLessThan(0.12);
  expect(spread(shares("own"))).toBeGreaterThan(0.12);
});
