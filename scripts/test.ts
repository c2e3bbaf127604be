// `npm test`: compiler, linter, unit tests, extension builds, browser specs; then the ten slowest and one
// last line. `--long` takes larger counts of the same specs. A word runs only the test files whose path
// contains it: `npm test -- collector`.
import { globSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Done, run } from "./test/run.ts";
import { add, check, lastLine, slowest, type Tally, tallyPlaywright, tallyVitest } from "./test/tally.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = join(root, ".cache", "test-reports");
const words = process.argv.slice(2).filter((argument) => argument !== "--long");
const whole = words.length === 0;
const long = process.argv.includes("--long") ? { TOOLTRAIL_LONG: "1" } : {};

let stopped = "";
const ending = new AbortController();
const stop = (how: string) => {
  stopped = how;
};
// The keyboard's interrupt reaches the child by itself; a second one would make Playwright leave its browsers.
process.on("SIGINT", () => stop("interrupted"));
process.on("SIGTERM", () => {
  stop("terminated");
  ending.abort();
});

const matching = (pattern: string): string[] =>
  globSync(pattern, { cwd: root, exclude: (path) => path.includes("node_modules") }).filter(
    (path) => whole || words.some((word) => path.includes(word)),
  );
const start = (command: readonly [string, ...string[]], env: Record<string, string> = {}): Promise<Done> =>
  run(command, { root, env: { ...long, ...env }, signal: ending.signal });

/** A command that is one check by itself. */
async function checked(...command: [string, ...string[]]): Promise<Tally> {
  const done = await start(command);
  return check(command.join(" "), done.ok, done.milliseconds);
}

/** A runner's own counts; one failure more where it failed without naming a failed test. */
async function reported(
  command: readonly [string, ...string[]],
  file: string,
  read: (report: never) => Tally,
): Promise<Tally> {
  const done = await start(command, { TOOLTRAIL_E2E_REPORT: file });
  try {
    const tally = read(JSON.parse(readFileSync(file, "utf8")) as never);
    return done.ok || tally.failed > 0 ? tally : add([tally, check(`${command[0]} itself`, false, 0)]);
  } catch (error) {
    console.error(`${command[0]} left no report that can be read: ${error}`);
    return check(`${command[0]} report`, false, done.milliseconds);
  }
}

const unitTests = () => {
  const file = join(reports, "vitest.json");
  const out = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return reported(["vitest", "run", ...out, ...words], file, (report) => tallyVitest(report, root));
};
const specs = async () => {
  // They would drive an older build and say something about that one.
  if (broken) return check("browser specs: not run, because a build failed", false, 0);
  const file = join(reports, "playwright.json");
  return reported(["playwright", "test", ...words], file, tallyPlaywright);
};
let broken = false;
const build = async (command: [string, ...string[]]) => {
  const tally = await checked(...command);
  broken ||= tally.failed > 0;
  return tally;
};
const builds: [string, ...string[]][] = [
  // The package for the store: it builds the release as well.
  ["wxt", "zip"],
  ["wxt", "build", "--mode", "test"],
  ["wxt", "build", "-b", "firefox"],
  ["wxt", "build", "-b", "firefox", "--mode", "test"],
];

/** The stages in their order; none is begun after an interrupt. */
const stages: (() => Promise<Tally>)[] = [];
if (whole) {
  stages.push(() => checked("wxt", "prepare"));
  stages.push(() => checked("tsc", "--noEmit"));
  stages.push(() => checked("biome", "check", "--error-on-warnings", "."));
}
if (matching("{schemas,lib,collector,scripts,bench}/**/*.test.{ts,tsx}").length > 0) stages.push(unitTests);
if (matching("e2e/**/*.spec.ts").length > 0) {
  for (const command of builds) stages.push(() => build(command));
  stages.push(specs);
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const tallies: Tally[] = [];
for (const stage of stages) if (!stopped) tallies.push(await stage());

const total = add(tallies);
if (stopped) console.error(`Stopped before the end: ${stopped}.`);
if (stages.length === 0) console.error(`No test file's path contains: ${words.join(", ")}.`);
console.log(`\nSlowest:\n${slowest(total, 10).join("\n")}\n\n${lastLine(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 || stopped ? 1 : 0;
