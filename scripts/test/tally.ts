// What the runs of `npm test` came to: counts and durations out of the runners' JSON reports.

export interface TimedTest {
  name: string;
  milliseconds: number;
}

export interface Tally {
  passed: number;
  failed: number;
  tests: TimedTest[];
}

export const nothing: Tally = { passed: 0, failed: 0, tests: [] };

/** One check that is not made of tests, such as the compiler. */
export const check = (name: string, ok: boolean, milliseconds: number): Tally => ({
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  tests: [{ name, milliseconds }],
});

export const add = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
  failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
  tests: tallies.flatMap((tally) => tally.tests),
});

interface VitestReport {
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string; duration?: number | null }[];
  }[];
}

/** A file that could not even be loaded is one failure; a skipped test is a failure too. */
export function tallyVitest(report: VitestReport, root: string): Tally {
  return add(
    report.testResults.map((file) => {
      const path = file.name.replace(`${root}/`, "");
      const tests = file.assertionResults;
      const passed = tests.filter((test) => test.status === "passed").length;
      const broken = file.status !== "passed" && passed === tests.length ? 1 : 0;
      return {
        passed,
        failed: tests.length - passed + broken,
        tests: tests.map((test) => ({
          name: `${path}: ${test.fullName}`,
          milliseconds: test.duration ?? 0,
        })),
      };
    }),
  );
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs?: {
    title: string;
    file: string;
    tests: { status: string; results: { duration: number }[] }[];
  }[];
}

export interface PlaywrightReport extends PlaywrightSuite {
  errors?: unknown[];
}

/** Only a test that went as expected counts as passed: neither skipped nor flaky does. */
export function tallyPlaywright(report: PlaywrightReport): Tally {
  const ofSuite = (suite: PlaywrightSuite): Tally =>
    add([
      ...(suite.suites ?? []).map(ofSuite),
      ...(suite.specs ?? []).flatMap((spec) =>
        spec.tests.map((test) => {
          const milliseconds = test.results.reduce((sum, result) => sum + result.duration, 0);
          return check(`e2e/${spec.file}: ${spec.title}`, test.status === "expected", milliseconds);
        }),
      ),
    ]);
  const errors = report.errors?.length ?? 0;
  return add([ofSuite(report), { passed: 0, failed: errors, tests: [] }]);
}

/** The slowest tests, one a line. */
export function slowest(tally: Tally, count: number): string[] {
  return [...tally.tests]
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, count)
    .map((test) => `${(test.milliseconds / 1000).toFixed(1).padStart(7)} s  ${test.name}`);
}

/** The last line of `npm test`. */
export const lastLine = (tally: Tally): string => `${tally.passed} passed, ${tally.failed} failed`;
