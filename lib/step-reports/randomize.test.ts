import fc from "fast-check";
import { expect, test } from "vitest";
import { tableFor } from "../../schemas/step-report-mechanism.ts";
import { answerCount, questionNames } from "../../schemas/step-report-questions.ts";
import { randomBelow } from "../platform/random.ts";
import { randomize, randomizeBy } from "./randomize.ts";

test("each output takes exactly its weight of the numbers drawn", () => {
  fc.assert(
    fc.property(fc.constantFrom(...questionNames), fc.nat(), (question, any) => {
      const truth = any % answerCount(question);
      const { weights, total } = tableFor(question);
      let from = 0;
      weights[truth]!.forEach((weight, output) => {
        for (const drawn of [from, from + weight - 1])
          expect(
            randomize(question, truth, (limit) => {
              expect(limit).toBe(total);
              return drawn;
            }),
          ).toBe(output);
        from += weight;
      });
      expect(from).toBe(total);
    }),
  );
});

test("an answer that is none is no output", () => {
  for (const truth of [-1, 2, 0.5]) expect(() => randomize("paused", truth, randomBelow)).toThrow(RangeError);
});

test("the platform's random draws as the table says", () => {
  const table = tableFor("field");
  const counts = [0, 0, 0, 0, 0];
  const draws = 20_000;
  for (let n = 0; n < draws; n++) counts[randomizeBy(table, 2, randomBelow)]! += 1;
  counts.forEach((count, output) => {
    const chance = table.weights[2]![output]! / table.total;
    // Six standard deviations: once in 500 million runs by chance.
    expect(Math.abs(count - draws * chance)).toBeLessThan(6 * Math.sqrt(draws * chance * (1 - chance)));
  });
});
