// Step reports that were collected, or lines of a file. What is not one is counted and left out.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { healthReportSchema } from "../../../schemas/health-report.ts";
import { type StepReport, stepReportSchema } from "../../../schemas/step-report.ts";

export interface ReportsInput {
  reports: StepReport[];
  rejected: number;
  /** Over every one's bytes, a line end after each. */
  sha256: string;
}

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    // No JSON is no report either: the schema says so, and it is counted.
    return null;
  }
};

const isHealth = (line: string): boolean => healthReportSchema.safeParse(parsed(line)).success;

function readLines(lines: readonly string[], sha256: string): ReportsInput {
  const results = lines.map((line) => stepReportSchema.safeParse(parsed(line)));
  const reports = results.flatMap(({ data }) => data ?? []);
  return { reports, rejected: results.length - reports.length, sha256 };
}

/** Of a file. Throws when it is not there. */
export function readReports(file: string): ReportsInput {
  const bytes = readFileSync(file);
  const lines = bytes.toString("utf8").split("\n").filter(Boolean);
  return readLines(lines, createHash("sha256").update(bytes).digest("hex"));
}

/** Of a collector's file, in the order of their random ids; null where there are none. */
export function readCollectedReports(stored: Iterable<{ bytes: Uint8Array }>): ReportsInput | null {
  // Health reports lie among them; they are no answers.
  const lines = Array.from(stored, ({ bytes }) => Buffer.from(bytes).toString("utf8")).filter(
    (line) => !isHealth(line),
  );
  if (lines.length === 0) return null;
  const all = createHash("sha256");
  for (const line of lines) all.update(line).update("\n");
  return readLines(lines, all.digest("hex"));
}
