import { expect, test } from "vitest";
import type { Policy } from "../../../../schemas/policy.ts";
import { switchNames } from "../../../../schemas/step.ts";
import type { Tool } from "../../../../schemas/tool.ts";
import { policyRows } from "./policy-rows.ts";

const board: Tool = {
  id: "AAAAAAAAAAAAAAAAAAAAAA",
  alias: "Board",
  pattern: "https://board.example/*",
  owner: "",
  reason: "",
  vocabulary: null,
  addedAt: 1,
};
const rows = (policy: Policy) =>
  policyRows(policy, [board]).map(({ rule, says, narrows }) => [rule, says, narrows]);

test("a policy without rules has no rows", () => {
  expect(rows({ company: "Norhaven" })).toEqual([]);
});

test("what a rule takes from this person is said, and where it takes nothing that too", () => {
  expect(rows({ forbiddenHosts: ["*.example"] })).toEqual([
    ["Forbidden sites", "*.example", "Not recorded: Board"],
  ]);
  expect(rows({ forbiddenHosts: ["elsewhere.test"], retentionDays: 30 })).toEqual([
    ["Forbidden sites", "elsewhere.test", "None of your tools"],
    ["Kept here", "30 days", "Nothing"],
  ]);
  expect(rows({ kinds: switchNames.filter((kind) => kind !== "pointer") })[0]![2]).toBe(
    "Off for everybody: Pointer paths",
  );
  expect(rows({ onlyListed: true })).toEqual([
    ["Other tools", "Only tools of the company's list", "Not recorded: Board"],
  ]);
  expect(rows({ exclusions: [{ pattern: board.pattern, paths: ["/admin"] }] })).toEqual([
    ["Left-out pages", "/admin at board.example", "Left out in: Board"],
  ]);
});

test("hours under the usual ones are no narrowing, and a region's rules name it", () => {
  expect(rows({ reviewHours: 4 })[0]![2]).toBe("Usually 24 hours; you may lengthen it to 168");
  expect(rows({ region: "be", regions: { be: { reviewHours: 48, stop: true } } })).toEqual([
    ["Stop (region be)", "Recording ends everywhere", "Nothing is recorded, nothing leaves"],
    ["Review window (region be)", "At least 48 hours", "You may lengthen it to 168 hours"],
  ]);
});
