import { expect, test } from "vitest";
import type { HealthReport } from "../../schemas/health-report.ts";
import { parseReport } from "../parse-report.ts";
import { tellHealth } from "./health.ts";
import { readCollectedReports } from "./timing/read-reports.ts";

// In the one form that the collector takes.
const report = (error: HealthReport["error"], week = "2026-W47") => ({
  bytes: Buffer.from(
    `{"browser":"firefox","error":"${error}","format":"tooltrail-health/1","version":[1,2,3],"week":"${week}"}`,
  ),
});
const many = (count: number, ...what: Parameters<typeof report>) =>
  Array.from({ length: count }, () => report(...what));

test("the collector takes a health report in its one form, and nothing more in it", () => {
  const { bytes } = report("none");
  expect(parseReport(bytes)).toMatchObject({ week: "2026-W47", version: [1, 2, 3] });
  const text = bytes.toString("utf8");
  const refused = (said: string) => () => parseReport(Buffer.from(said));
  expect(refused(text.replace("{", '{"a":1,'))).toThrow("not-a-report");
  expect(refused(text.replace("firefox", "Firefox 153"))).toThrow("not-a-report");
  expect(refused(text.replace("{", "{ "))).toThrow("not-canonical");
});

test("of 20 people in one week a line is told, of 19 none, nor that there were any", () => {
  const lines = tellHealth([...many(20, "none"), ...many(19, "storage"), ...many(19, "none", "2026-W46")]);
  expect(lines).toEqual([
    "week\tversion\tbrowser\terror\tpeople",
    "2026-W47\t1.2.3\tfirefox\tnone\t20",
    "What fewer than 20 people sent is not told.",
  ]);
});

test("it is no answer on a step: timing is fitted without it, and no answer is told as health", () => {
  expect(readCollectedReports(many(3, "none"))).toBeNull();
  const other = { bytes: Buffer.from("no report") };
  expect(readCollectedReports([...many(3, "none"), other])).toMatchObject({ reports: [], rejected: 1 });
  expect(tellHealth([other])).toHaveLength(2);
});
