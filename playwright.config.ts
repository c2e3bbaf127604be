import { defineConfig } from "@playwright/test";

// One browser at a time: each spec has its own profile, collector and tool, and CI has two cores.
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: "test-results",
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.TOOLTRAIL_E2E_REPORT ?? "test-results/report.json" }],
  ],
});
