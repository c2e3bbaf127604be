import { afterEach, expect, test, vi } from "vitest";
import { outputCount } from "../../schemas/step-report-mechanism.ts";
import { answerCount, noTime, questionNames } from "../../schemas/step-report-questions.ts";
import { languages } from "./locales/read-messages.ts";
import { answerWords, questionWords, sentWords, stateWords } from "./single-answer-words.ts";
import { clockWords } from "./time-words.ts";

afterEach(() => vi.unstubAllEnvs());

test("every question, every answer and everything that can leave has words", () => {
  for (const question of questionNames) {
    expect(questionWords(question)).not.toBe("");
    for (let answer = 0; answer < answerCount(question); answer++)
      expect(answerWords(question, answer)).not.toBe("");
    for (let output = 0; output < outputCount(question); output++)
      expect(sentWords(question, output)).not.toBe("");
  }
  expect(new Set(questionNames.map(questionWords)).size).toBe(questionNames.length);
});

test("a time is said as a range; what leaves stands for the middle of the truths that make it likely", () => {
  expect(answerWords("duration", 0)).toBe("under 125 ms");
  expect(answerWords("duration", 3)).toBe("500 ms to 1 sec");
  expect(answerWords("duration", 11)).toBe("128 sec or more");
  expect(answerWords("duration", noTime)).toBe("there was none");
  // A truth makes its own number and the next two likely.
  expect(sentWords("duration", 4)).toBe(answerWords("duration", 3));
  expect(sentWords("duration", 13)).toBe(answerWords("duration", 11));
  expect(sentWords("duration", 14)).toBe("there was none");
});

test("a choice is said by its word", () => {
  expect(answerWords("field", 2)).toBe("replaced");
  expect(sentWords("corrected", 1)).toBe("yes");
});

const now = new Date(2026, 10, 20, 10, 41).getTime();

test("one that waits says from when, one that left when it left", () => {
  const later = now + 3_600_000;
  const waits = stateWords({ state: "waiting", readyAt: later }, now);
  expect(waits).toBe(`waits, not before today, ${clockWords(later)}`);
  expect(stateWords({ state: "sent", readyAt: 0, sentAt: now }, now)).toBe(`Today, ${clockWords(now)}`);
});

test.each(languages)("one that was rejected says so in %s", async (language) => {
  vi.stubEnv("TOOLTRAIL_LANGUAGE", language);
  // The words are kept once they were looked up.
  vi.resetModules();
  const words = await import("./single-answer-words.ts");
  const sent = words.stateWords({ state: "sent", readyAt: 0, sentAt: now }, now);
  const rejected = words.stateWords({ state: "rejected", readyAt: 0, sentAt: now }, now);
  expect(rejected.startsWith(sent)).toBe(true);
  expect(rejected.length).toBeGreaterThan(sent.length + 10);
});
