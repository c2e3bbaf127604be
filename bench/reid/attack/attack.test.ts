import { Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { createRandom, type Random } from "../../capture/random.ts";
import { attack, attackers, earliest, prepare, type Sample } from "./attack.ts";
import { atLeastByChance } from "./binomial.ts";
import { equalErrorRate } from "./eer.ts";
import { createFlattener } from "./features.ts";
import { shrunk } from "./lda.ts";
import { judge, shuffled } from "./linked.ts";
import { verificationError } from "./manhattan.ts";
import { trainSequences } from "./sequence.ts";

const random = () => createRandom(7);
const normal = (from: Random) =>
  Math.sqrt(-2 * Math.log(1 - from.next())) * Math.cos(2 * Math.PI * from.next());

describe("the equal error rate", () => {
  test.each<[string, number[], number[], number]>([
    ["nobody is mistaken", [1, 2], [3, 4], 0],
    ["everybody is", [3, 4], [1, 2], 1],
    ["all are alike", [5, 5, 5], [5, 5], 0.5],
    ["one in four", [1, 2, 3, 7], [4, 8, 9, 10], 0.25],
  ])("%s", (_, genuine, impostor, rate) => {
    expect(equalErrorRate(genuine, impostor)).toBeCloseTo(rate, 9);
  });

  test("of two draws from one distribution it is a half in the mean, however few are genuine", () => {
    const from = random();
    const draw = (count: number) => Array.from({ length: count }, () => from.next());
    const rates = Array.from({ length: 4000 }, () => equalErrorRate(draw(2), draw(60)));
    expect(rates.reduce((sum, rate) => sum + rate, 0) / rates.length).toBeCloseTo(0.5, 1.7);
  });
});

test("the binomial test is exact", () => {
  expect(atLeastByChance(0, 10, 0.3)).toBe(1);
  expect(atLeastByChance(10, 10, 0.5)).toBeCloseTo(2 ** -10, 12);
  expect(atLeastByChance(8, 10, 0.5)).toBeCloseTo(56 / 1024, 12);
  // Of 200 draws at 2%: by the sum of the terms.
  expect(atLeastByChance(9, 200, 0.02)).toBeCloseTo(0.0202, 3);
  expect(atLeastByChance(100, 200, 0.02)).toBeGreaterThan(0);
});

describe("shrinkage", () => {
  const rows = (count: number, make: (from: Random, at: number) => number, width = 10) => {
    const from = random();
    return Array.from({ length: count }, () =>
      Float64Array.from({ length: width }, (_, at) => make(from, at)),
    );
  };
  test("a sphere that was seen seldom is nearly all shrunk, directions that were seen often are kept", () => {
    expect(shrunk(rows(30, normal)).shrinkage).toBeGreaterThan(0.7);
    expect(shrunk(rows(3000, (from, at) => normal(from) * (at + 1))).shrinkage).toBeLessThan(0.02);
  });
  test("by the formula of Ledoit and Wolf on four rows by hand", () => {
    const four = [
      [2, 0],
      [-2, 0],
      [0, 1],
      [0, -1],
    ].map((row) => Float64Array.from(row));
    // Covariance diag(2, 0.5), mean variance 1.25: distance 0.5625, error (34/4 - 4.25)/8 = 0.53125.
    const { shrinkage, covariance } = shrunk(four);
    expect(shrinkage).toBeCloseTo(0.53125 / 0.5625, 9);
    expect(Matrix.sub(covariance, Matrix.diag([1.2917, 1.2083])).norm()).toBeLessThan(0.001);
  });
});

test("n-grams tell apart who does the same things in another order, and a stranger is like nobody", () => {
  const habits = ["a b c a b c a b c", "c b a c b a c b a", "a a b b c c a a b"];
  const classify = trainSequences({
    words: habits.flatMap((habit) => Array.from({ length: 5 }, () => habit.split(" "))),
    labels: habits.flatMap((_, person) => Array<number>(5).fill(person)),
    people: 3,
  });
  habits.forEach((habit, person) => {
    const fits = [...classify(habit.split(" "))];
    expect(fits.indexOf(Math.max(...fits))).toBe(person);
  });
  expect(Math.max(...classify(["x", "y"]))).toBeLessThanOrEqual(0);
});

test("who fits equally well with everybody is guessed by chance, and one error is a half", () => {
  const truth = Array.from({ length: 400 }, (_, n) => n % 10);
  const rows = truth.map(() => new Float64Array(10));
  expect(judge({ people: 10, rows, truth }, 20, random())).toEqual({
    rank1: expect.closeTo(0.1),
    eer: 0.5,
    decisions: 20,
  });
});

test("the published detector: a person apart is verified without an error", () => {
  const from = random();
  const rows = (mean: number) => Array.from({ length: 400 }, () => [mean + normal(from), normal(from)]);
  expect(
    verificationError(
      new Map([
        ["a", rows(0)],
        ["b", rows(50)],
      ]),
    ),
  ).toBe(0);
  expect(
    verificationError(
      new Map([
        ["a", rows(0)],
        ["b", rows(0)],
      ]),
    ),
  ).toBeGreaterThan(0.2);
});

test("early sessions are learned, and none is torn apart", () => {
  const samples = [3, 1, 1, 2].map((session): Sample => ({ person: "a", session, record: {} }));
  expect(earliest(samples, 0.7)).toEqual(new Set([1, 2, 3]));
});

test("every field is a measure, by its path, its pairs and its number", () => {
  const { flatten, nameNumbers, nameOf } = createFlattener();
  const flat = flatten({ steps: [{ a: "x" }, { a: "y" }, { b: { c: [7, 8] } }] }, ["one", "two"]);
  nameNumbers([flat], 3);
  expect([...flat.counts.keys()].map(nameOf)).toEqual(
    expect.arrayContaining([
      ".steps#=3",
      ".steps[].a=x",
      ".steps[].a=x>y",
      ".steps[].b.c[1]=8",
      "step=one>two",
    ]),
  );
  expect(new Map([...flat.numbers].map(([id, held]) => [nameOf(id), held])).get(".steps[].b.c[0]")).toEqual([
    7,
  ]);
  const again = flatten({ steps: [{ a: "y" }] }, []);
  expect([...again.counts.keys()].map(nameOf)).toEqual([".steps[].a=y"]);
});

describe("people of a toy world", () => {
  const people = 12;
  const world = (): Sample[] => {
    const from = random();
    return Array.from({ length: people * 60 }, (_, n) => {
      const person = n % people;
      const steps = Array.from({ length: 6 }, () => ({
        kind: from.next() < (person % 3) * 0.3 + 0.1 ? "click" : "key",
        wait: Math.round(100 + 20 * person + 12 * normal(from)),
      }));
      return { person: String(person), session: Math.floor(n / people), record: { steps } };
    });
  };

  test.each(attackers.filter((name) => name !== "sequence"))("are traced by %s", (attacker) => {
    const [one, five] = attack(prepare(world()), { which: [attacker], linked: [1, 5] }).outcomes;
    expect(one!.rank1).toBeGreaterThan(0.3);
    expect(five!.rank1).toBeGreaterThan(0.6);
    expect(five!.eer).toBeLessThan(0.1);
    expect(five!.p).toBeLessThan(1e-6);
  });

  test("are not, when nobody knows whose is whose", () => {
    const samples = world();
    const names = shuffled(
      samples.map(({ person }) => person),
      random(),
    );
    const mixed = samples.map((sample, n) => ({ ...sample, person: names[n]! }));
    for (const { p, eer } of attack(prepare(mixed), { linked: [1, 5] }).outcomes) {
      expect(p).toBeGreaterThan(0.05);
      expect(eer).toBeGreaterThan(0.4);
    }
  });
});
