// Step reports as lines of a file. What is not one is counted and left out.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type StepReport, stepReportSchema } from "../../../schemas/step-report.ts";

export interface ReportsInput {
  reports: StepReport[];
  rejected: number;
  /** Of the file. */
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

/** Throws when the file is not there. */
export function readReports(file: string): ReportsInput {
  const bytes = readFileSync(file);
  const results = bytes
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => stepReportSchema.safeParse(parsed(line)));
  const reports = results.flatMap(({ data }) => data ?? []);
  return {
    reports,
    rejected: results.length - reports.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}
