// The bytes of a step report or a health report: strict, and in the one form in which they can be written.
import { z } from "zod";
import { canonicalText } from "../schemas/canonical.ts";
import { type HealthReport, healthReportSchema } from "../schemas/health-report.ts";
import { type StepReport, stepReportSchema } from "../schemas/step-report.ts";
import { RefusalError } from "./refusal.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** More than any report takes. */
const mostBytes = 1000;

function parseJson(bytes: Uint8Array): { text: string; value: unknown } {
  if (bytes.length > mostBytes) throw new RefusalError("too-large");
  try {
    const text = utf8.decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch (cause) {
    throw new RefusalError("not-json", cause);
  }
}

const reportSchema = z.union([stepReportSchema, healthReportSchema]);

/** The report that the bytes say, or a refusal: too-large, not-json, not-a-report, not-canonical. */
export function parseReport(bytes: Uint8Array): StepReport | HealthReport {
  const { text, value } = parseJson(bytes);
  const report = reportSchema.safeParse(value);
  if (!report.success) throw new RefusalError("not-a-report");
  if (canonicalText(report.data) !== text) throw new RefusalError("not-canonical");
  return report.data;
}
