// What health reports say together: how many browsers of a version had which class of error, from 20 people up.
import { parseArgs } from "node:util";
import { type HealthReport, healthReportSchema } from "../../schemas/health-report.ts";
import { readDatasetKey } from "../keys/key-files.ts";
import { openCollected } from "../ledger/open-collected.ts";
import { fewestPeople } from "../step-reports/people.ts";

export const healthUsage =
  "Usage: npm run dataset -- health --from FILE.sqlite [--who NAME --why REASON --key DATASET-KEY]";

function healthOf(bytes: Uint8Array): HealthReport | null {
  try {
    return healthReportSchema.safeParse(JSON.parse(Buffer.from(bytes).toString("utf8"))).data ?? null;
  } catch {
    // No JSON is none: the parser at the door let it in as another kind of report, or the file is damaged.
    return null;
  }
}

const count = <Key>(keys: Iterable<Key>): Map<Key, number> => {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

/**
 * One line for each week, version, browser and error of at least 20 people: a person gives one report a week, so that
 * in one week as many reports are as many people. Of fewer nothing is said, not even that there were any. Pure.
 */
export function tellHealth(stored: Iterable<{ bytes: Uint8Array }>): string[] {
  const reports = Array.from(stored, ({ bytes }) => healthOf(bytes)).filter((one) => one !== null);
  const rows = count(
    reports.map(({ week, version, browser, error }) => `${week}\t${version.join(".")}\t${browser}\t${error}`),
  );
  const enough = [...rows].filter(([, people]) => people >= fewestPeople);
  return [
    "week\tversion\tbrowser\terror\tpeople",
    ...enough.map(([row, people]) => `${row}\t${people}`).toSorted(),
    `What fewer than ${fewestPeople} people sent is not told.`,
  ];
}

/** `dataset health`: opens what was collected, which the ledger tells, and prints the table. */
export function runHealth(args: string[]): void {
  const text = { type: "string" } as const;
  const options = { from: text, who: text, why: text, key: { ...text, multiple: true } } as const;
  const { from, who, why, key = [] } = parseArgs({ args, options }).values;
  if (!from) throw new Error(healthUsage);
  const collected = openCollected({
    file: from,
    what: "report",
    who,
    why,
    keys: key.map(readDatasetKey),
  });
  try {
    console.log(tellHealth(collected.scanReports()).join("\n"));
  } finally {
    collected.close();
  }
}
