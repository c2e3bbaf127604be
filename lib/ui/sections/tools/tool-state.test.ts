import { expect, test, vi } from "vitest";
import type { Policy } from "../../../../schemas/policy.ts";
import type { Tool } from "../../../../schemas/tool.ts";
import type { Facts } from "../../recording-state.ts";
import { type ToolState, toolState } from "./tool-state.ts";

vi.mock("../../../platform/browser.ts", () => ({ browser: {} }));

const tool: Tool = {
  id: "AAAAAAAAAAAAAAAAAAAAAA",
  alias: "Flows",
  pattern: "https://flows.corp.example/*",
  owner: "",
  reason: "",
  vocabulary: null,
  addedAt: 1,
};
const agreed: Facts = {
  consent: { answer: "agreed", kinds: ["click"], tools: [tool.id] },
  tools: [tool],
  pause: undefined,
  policy: { is: "none" },
  now: 10,
  diskFullSince: null,
};
const ruled = (policy: Policy): Facts => ({ ...agreed, policy: { is: "in-force", policy, since: 1 } });

test.each<[ToolState, Facts, boolean | undefined]>([
  ["recording", agreed, true],
  ["still", agreed, undefined],
  ["shut", agreed, false],
  ["forbidden", ruled({ forbiddenHosts: ["*.corp.example"] }), true],
  ["forbidden", ruled({ onlyListed: true, tools: [] }), false],
  ["no-kinds", ruled({ kinds: ["typing"] }), true],
  ["no-kinds", { ...agreed, consent: { ...agreed.consent, kinds: [] } }, true],
  ["uncovered", { ...agreed, consent: { ...agreed.consent, tools: [] } }, true],
  ["still", { ...agreed, consent: { answer: "declined", kinds: [], tools: [] } }, true],
  ["still", { ...agreed, pause: { until: null } }, true],
  ["still", ruled({ profile: "never" }), true],
])("it is %s", (state, facts, granted) => {
  expect(toolState(facts, tool, granted)).toBe(state);
});
