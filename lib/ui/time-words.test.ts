import { expect, test } from "vitest";
import { countWords, dayWords, listWords, spanWords, within } from "./time-words.ts";

test.each([
  [-5, "0 s"],
  [59_999, "59 s"],
  [60_000, "1 min"],
  [3_600_000, "1 h"],
  [86_160_000, "23 h 56 min"],
])("a span of %d ms reads %s", (span, words) => {
  expect(spanWords(span)).toBe(words);
});

test("days are told from the person's own midnight", () => {
  const now = new Date(2026, 10, 21, 0, 5).getTime();
  expect(dayWords(now, now)).toBe("Today");
  expect(dayWords(now - 600_000, now)).toBe("Yesterday");
  expect(within(dayWords(now + 86_400_000, now))).toBe("tomorrow");
  expect(within("2 November, 10:41")).toBe("2 November, 10:41");
  expect(dayWords(new Date(2026, 10, 2).getTime(), now)).toBe("2 November");
  expect(dayWords(new Date(2025, 10, 2).getTime(), now)).toBe("2 November 2025");
});

test("counts and lists read as a sentence", () => {
  expect(countWords(1, "step")).toBe("1 step");
  expect(countWords(1090, "step")).toBe("1,090 steps");
  expect(listWords([])).toBe("");
  expect(listWords(["Node-RED", "Gitea", "Zammad"])).toBe("Node-RED, Gitea and Zammad");
});
