import { expect, test } from "vitest";
import type { Tool } from "../../schemas/tool.ts";
import { type Facts, recordingState, tabState } from "./tab-state.ts";

const tool: Tool = {
  id: "AAAAAAAAAAAAAAAAAAAAAA",
  alias: "Node-RED",
  pattern: "https://flows.example/*",
  owner: "",
  reason: "",
  vocabulary: null,
  addedAt: 0,
};
const agreed: Facts = {
  consent: { answer: "agreed", kinds: ["click"], tools: [tool.id] },
  tools: [tool],
  pause: undefined,
  policy: { is: "none" },
  diskFullSince: null,
  now: 100,
};

test("without an agreement nothing else counts", () => {
  const consent = { answer: "unanswered" as const, kinds: [], tools: [] };
  expect(recordingState({ ...agreed, consent, diskFullSince: 1 })).toEqual({
    is: "not-agreed",
    answer: "unanswered",
  });
});

test("a full disk is said before a pause, and a pause that has ended is not said", () => {
  const pause = { until: null };
  expect(recordingState({ ...agreed, pause, diskFullSince: 7 })).toEqual({ is: "disk-full", since: 7 });
  expect(recordingState({ ...agreed, pause })).toEqual({ is: "paused", until: null });
  expect(recordingState({ ...agreed, pause: { until: 100 } }).is).toBe("recording");
});

test("a removed tool leaves none", () => {
  expect(recordingState({ ...agreed, tools: [{ ...tool, removedAt: 1 }] }).is).toBe("no-tools");
});

test("a tab is recorded only where its address lies in an agreed tool", () => {
  expect(tabState(agreed, "https://flows.example/a")).toEqual({ is: "here", tool });
  expect(tabState(agreed, "https://flows.example:8443/a").is).toBe("off-scope");
  expect(tabState(agreed, undefined).is).toBe("off-scope");
  expect(tabState({ ...agreed, pause: { until: null } }, "https://flows.example/a").is).toBe("paused");
});
