// What people truly do, as shares of the answers: measured where there are recordings, else as they are known to be.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { bucketOf } from "../../lib/step-reports/times.ts";
import { bucketCount, edgesOf, type TimeQuestion } from "../../schemas/step-report-questions.ts";

export interface Truth {
  question: TimeQuestion;
  from: string;
  shares: number[];
}

/** Log-normal, by median and the spread of the logarithm, with the share of steps that have no such time. */
interface Shape {
  median: number;
  spread: number;
  none: number;
}

const root = resolve(import.meta.dirname, "../..");

/** The folder of the recordings, or null where they are not. */
export function recordings(): string | null {
  const folder = process.env.TOOLTRAIL_BIOMETRICS ?? resolve(root, "../shared/data/biometrics");
  return existsSync(join(folder, "cmu_strongpassword.csv")) ? folder : null;
}

/** Abramowitz and Stegun 26.2.17: to seven places, more than any share needs. */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    series.reduceRight((sum, factor) => (sum + factor) * t, 0);
  return z > 0 ? 1 - tail : tail;
}

/** The shares that a log-normal time has in the question's buckets. */
export function sharesOf(question: TimeQuestion, { median, spread, none }: Shape): number[] {
  const below = edgesOf(question).map((edge) => normalBelow(Math.log(edge / median) / spread));
  const buckets = Array.from({ length: bucketCount }, (_, n) => (below[n] ?? 1) - (below[n - 1] ?? 0));
  return [...buckets.map((share) => share * (1 - none)), none];
}

function counted(question: TimeQuestion, times: readonly number[], none: number): number[] {
  const shares = Array.from({ length: bucketCount + 1 }, () => 0);
  for (const time of times) shares[bucketOf(question, time)]! += (1 - none) / times.length;
  shares[bucketCount] = none;
  return shares;
}

/** All columns of one measure of the CMU recordings, in milliseconds. */
function typingTimes(folder: string, column: RegExp): number[] {
  const [head, ...lines] = readFileSync(join(folder, "cmu_strongpassword.csv"), "utf8").trim().split("\n");
  const at = head!.split(",").flatMap((name, n) => (column.test(name) ? [n] : []));
  return lines.flatMap((line) => {
    const cells = line.split(",");
    return at.map((n) => Number(cells[n]) * 1000);
  });
}

/** From a press to the next one: what people wait between two acts on a screen. */
function pressGaps(folder: string): number[] {
  const gaps: number[] = [];
  let [session, last] = ["", 0];
  for (const line of readFileSync(join(folder, "balabit_mouse.csv"), "utf8").split("\n").slice(1)) {
    const [user, part, t, , state] = line.split(",");
    if (state !== "p") continue;
    if (session === `${user} ${part}`) gaps.push(Number(t) - last);
    [session, last] = [`${user} ${part}`, Number(t)];
  }
  return gaps;
}

const shapes: Readonly<Record<"flight-text" | "dwell-text" | "duration" | "first-act", Shape>> = {
  "flight-text": { median: 190, spread: 0.62, none: 0.08 },
  "dwell-text": { median: 86, spread: 0.33, none: 0.08 },
  duration: { median: 2100, spread: 1.3, none: 0.05 },
  "first-act": { median: 3200, spread: 1, none: 0.12 },
};

/** Four questions with their truths. The first act on a page was recorded by nobody: it is built in. */
export function truths(): Truth[] {
  const built = Object.entries(shapes).map(([name, shape]): Truth => {
    const question = name as TimeQuestion;
    return { question, from: "built in", shares: sharesOf(question, shape) };
  });
  const folder = recordings();
  if (!folder) return built;
  const measured: Truth[] = [
    {
      question: "flight-text",
      from: "CMU",
      shares: counted("flight-text", typingTimes(folder, /^DD\./), shapes["flight-text"].none),
    },
    {
      question: "dwell-text",
      from: "CMU",
      shares: counted("dwell-text", typingTimes(folder, /^H\./), shapes["dwell-text"].none),
    },
    {
      question: "duration",
      from: "Balabit",
      shares: counted("duration", pressGaps(folder), shapes.duration.none),
    },
  ];
  return [...measured, ...built];
}
