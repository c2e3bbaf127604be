import { describe, expect, it } from "vitest";
import { add, check, lastLine, nothing, slowest, tallyPlaywright, tallyVitest } from "./tally.ts";

describe("the tally of npm test", () => {
  it("counts a file that could not be loaded as one failure", () => {
    const report = { testResults: [{ name: "/r/lib/a.test.ts", status: "failed", assertionResults: [] }] };
    expect(tallyVitest(report, "/r")).toMatchObject({ passed: 0, failed: 1 });
  });

  it("counts skipped tests as failed, so that none is skipped in silence", () => {
    const assertionResults = [
      { fullName: "one", status: "passed", duration: 3 },
      { fullName: "two", status: "pending" },
      { fullName: "three", status: "failed", duration: 1 },
    ];
    const report = { testResults: [{ name: "/r/lib/a.test.ts", status: "failed", assertionResults }] };
    const tally = tallyVitest(report, "/r");
    expect(tally).toMatchObject({ passed: 1, failed: 2 });
    expect(tally.tests[0]).toEqual({ name: "lib/a.test.ts: one", milliseconds: 3 });
  });

  it("counts Playwright's specs in nested suites, and its errors", () => {
    const spec = (title: string, status: string) => ({
      title,
      file: "a.spec.ts",
      tests: [{ status, results: [{ duration: 20 }, { duration: 5 }] }],
    });
    const report = {
      suites: [{ specs: [spec("a", "expected")], suites: [{ specs: [spec("b", "flaky")] }] }],
      errors: [{}],
    };
    expect(tallyPlaywright(report)).toMatchObject({ passed: 1, failed: 2 });
    expect(tallyPlaywright(report).tests.map((test) => test.milliseconds)).toEqual([25, 25]);
  });

  it("ends with the plain line and lists the slowest first", () => {
    const tally = add([nothing, check("quick", true, 10), check("slow", false, 2000)]);
    expect(lastLine(tally)).toBe("1 passed, 1 failed");
    expect(slowest(tally, 1)).toEqual(["    2.0 s  slow"]);
  });
});
