// `npm run bench -- reports`: what the noise of step reports costs, which mechanism costs least, and whether the
// estimates keep the bounds of the issue.
import { parseArgs } from "node:util";
import { budget, waveWidth } from "../schemas/step-report-mechanism.ts";
import { median, quantile } from "./overhead/statistics.ts";
import { averaged, measureCurve, sizes } from "./reports/curve.ts";
import { ksError } from "./reports/error.ts";
import { type Asked, coverage, estimateOften } from "./reports/product.ts";
import { recordings, truths } from "./reports/truths.ts";
import { atLeast, atMost, type Bound, finish, readMachine } from "./store/report.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((one) => one !== "reports"),
  options: { runs: { type: "string", default: "100" }, write: { type: "boolean", default: false } },
});
const runs = Number(values.runs);
const began = Date.now();
const machine = readMachine();
const asked = truths();
const figures: Record<string, number> = {};
const bounds: Bound[] = [];
const problems: string[] = [];

console.log(`epsilon ${budget.epsilon}, ${runs} seeded runs; recordings ${recordings() ? "" : "not "}found`);
const rows = measureCurve(asked, runs);
const names = [...new Set(rows.map(({ mechanism }) => mechanism))];
const cell = ({ median, p95 }: { median: number; p95: number }) =>
  `${median.toFixed(3)} ${p95.toFixed(3)}`.padStart(14);
console.log(
  `\nKS error, median and 95th of the runs${sizes.map((size) => String(size).padStart(14)).join("")}`,
);
for (const { question, from } of asked) {
  console.log(`${question}, ${from}`);
  for (const name of names) {
    const line = rows.filter(
      (row) => row.mechanism === name && row.question === question && row.from === from,
    );
    console.log(`  ${name.padEnd(35)}${line.map(cell).join("")}`);
  }
}
console.log("mean over all of them");
for (const name of names) {
  const line = sizes.map((size) => averaged(rows, name, size));
  console.log(`  ${name.padEnd(35)}${line.map(cell).join("")}`);
  for (const [n, size] of sizes.entries())
    figures[`ks-${name.replaceAll(" ", "-")}-${size}`] = line[n]!.median;
}
const chosen = `square wave ${waveWidth}`;
const best = names.toSorted(
  (a, b) => averaged(rows, a, 12_000).median - averaged(rows, b, 12_000).median,
)[0]!;
if (best !== chosen)
  problems.push(`The product uses ${chosen}, but ${best} has the smallest error at 12000.`);

for (const truth of asked) {
  const estimates = estimateOften(truth, 12_000, runs);
  const errors = estimates.map(({ shares }) =>
    ksError(
      shares.map(({ share }) => share),
      truth.shares,
    ),
  );
  const name = `${truth.question}, ${truth.from}, 12000 answers`;
  bounds.push(atMost(`KS median: ${name}`, median(errors), 0.05));
  bounds.push(atMost(`KS 95th: ${name}`, quantile(errors, 0.95), 0.08));
  bounds.push(atLeast(`interval holds, of 100: ${name}`, Math.min(...coverage(truth, estimates)), 90));
}

const rates: Asked[] = [
  { question: "corrected", shares: [0.69, 0.31] },
  { question: "paused", shares: [0.78, 0.22] },
];
for (const rate of rates) {
  const estimates = estimateOften(rate, 1500, runs);
  const near = estimates.filter(({ shares }) => Math.abs(shares[1]!.share - rate.shares[1]!) <= 0.06);
  bounds.push(atLeast(`within 0.06, of 100: ${rate.question}, 1500 answers`, (100 * near.length) / runs, 95));
}
const choices: Asked[] = [
  ...rates,
  { question: "pointer", shares: [0.55, 0.25, 0.2] },
  { question: "field", shares: [0.62, 0.12, 0.13, 0.1, 0.03] },
  { question: "recent", shares: [0.9, 0.1] },
];
for (const choice of choices) {
  const held = coverage(choice, estimateOften(choice, 1500, runs));
  bounds.push(atLeast(`interval holds, of 100: ${choice.question}, 1500 answers`, Math.min(...held), 90));
}

finish({
  bench: "reports",
  figures,
  spread: {},
  bounds,
  problems,
  versions: {},
  machine,
  began,
  write: values.write,
});
