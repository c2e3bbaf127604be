import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** The module anew, as a page of a browser in that language loads it. */
const inLanguage = async (language: string) => {
  vi.stubEnv("TOOLTRAIL_LANGUAGE", language);
  vi.resetModules();
  return { ...(await import("./time-words.ts")), ...(await import("../platform/words.ts")) };
};
let words: Awaited<ReturnType<typeof inLanguage>>;
beforeEach(async () => {
  words = await inLanguage("en");
});
afterEach(() => void vi.unstubAllEnvs());

test.each([
  [-5, "0 sec"],
  [59_999, "59 sec"],
  [60_000, "1 min"],
  [3_600_000, "1 hr"],
  [86_160_000, "23 hr, 56 min"],
])("a span of %d ms reads %s", (span, said) => {
  expect(words.spanWords(span)).toBe(said);
});

test("days are told from the person's own midnight", () => {
  const { dayWords, heading } = words;
  const now = new Date(2026, 10, 21, 0, 5).getTime();
  expect(dayWords(now, now)).toBe("today");
  expect(dayWords(now - 600_000, now)).toBe("yesterday");
  expect(heading(dayWords(now + 86_400_000, now))).toBe("Tomorrow");
  expect(dayWords(new Date(2026, 10, 2).getTime(), now)).toBe("November 2");
  expect(dayWords(new Date(2025, 10, 2).getTime(), now)).toBe("November 2, 2025");
});

test("counts and lists read as a sentence", () => {
  const { counted, listWords } = words;
  expect(counted("export.steps", 1)).toBe("1 step");
  expect(counted("export.steps", 1090)).toBe("1,090 steps");
  expect(listWords([])).toBe("");
  expect(listWords(["Node-RED", "Gitea", "Zammad"])).toBe("Node-RED, Gitea, and Zammad");
});

test("a name that a person gave is never read as a form of the message", () => {
  expect(words.counted("waiting.steps", 2, "A | B | $1")).toBe("2 steps in A | B | $1");
});

test("another language writes numbers, days, spans and lists its own way", async () => {
  const german = await inLanguage("de-AT");
  const now = new Date(2026, 10, 21, 0, 5).getTime();
  expect(german.language()).toBe("de-AT");
  expect(german.counted("export.steps", 3699)).toBe("3\u00a0699 Schritte");
  expect(german.heading(german.momentWords(new Date(2026, 10, 2, 9, 12).getTime(), now))).toBe(
    "2. November, 9:12",
  );
  expect(german.longSpanWords(86_400_000)).toBe("24 Stunden");
  expect(german.listWords(["Node-RED", "Gitea", "Zammad"])).toBe("Node-RED, Gitea und Zammad");
});

test("a language without messages is written in English throughout", async () => {
  const { language, numberWords } = await inLanguage("pt-BR");
  expect(language()).toBe("en");
  expect(numberWords(1090)).toBe("1,090");
});
