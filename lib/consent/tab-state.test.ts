import { expect, test } from "vitest";
import type { Tool } from "../../schemas/tool.ts";
import type { PolicyState } from "../policy/state.ts";
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

const stateAt = (facts: Facts, address: string | undefined, inside: readonly string[] = []) =>
  tabState(facts, { address, inside });

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
  expect(stateAt(agreed, "https://flows.example/a")).toEqual({ is: "here", tool });
  expect(stateAt(agreed, "https://flows.example:8443/a").is).toBe("off-scope");
  expect(stateAt(agreed, undefined).is).toBe("off-scope");
  expect(stateAt({ ...agreed, pause: { until: null } }, "https://flows.example/a").is).toBe("paused");
});

test("the company's word is said before all but that nothing was agreed; its stop before that too", () => {
  const stopped: PolicyState = { is: "stopped", since: 5, policy: { stop: true } };
  const consent = { answer: "declined" as const, kinds: [], tools: [] };
  expect(recordingState({ ...agreed, policy: stopped, consent })).toEqual({ is: "stopped", since: 5 });
  const waiting: PolicyState = { is: "waiting", since: 0, until: null };
  expect(recordingState({ ...agreed, policy: waiting, diskFullSince: 1 }).is).toBe("waiting");
  expect(recordingState({ ...agreed, policy: waiting, consent }).is).toBe("not-agreed");
  const unread: PolicyState = { is: "refused", at: 0, why: [], lastGood: null };
  expect(recordingState({ ...agreed, policy: unread })).toEqual({ is: "held", why: "unread" });
  expect(recordingState({ ...agreed, policy: { ...unread, lastGood: {} } }).is).toBe("recording");
});

test("a tab of an agreed tool says what holds it back there", () => {
  const forbidden: PolicyState = { is: "in-force", since: 0, policy: { forbiddenHosts: ["flows.example"] } };
  const held = { is: "held-here", why: "tool", tool };
  expect(stateAt({ ...agreed, policy: forbidden }, "https://flows.example/a")).toEqual(held);
  const tools = [{ ...tool, exclude: ["/admin"] }];
  expect(stateAt({ ...agreed, tools }, "https://flows.example/admin").is).toBe("held-here");
  expect(stateAt({ ...agreed, tools }, "https://flows.example/work").is).toBe("here");
});

test("a page of nobody's that holds a frame of a recorded tool says that a part of it is recorded", () => {
  const part = { is: "part-here", tool };
  expect(stateAt(agreed, "https://intranet.example/", [tool.id])).toEqual(part);
  expect(stateAt(agreed, undefined, [tool.id])).toEqual(part);
  // The page itself is recorded: that is more.
  expect(stateAt(agreed, "https://flows.example/a", [tool.id])).toEqual({ is: "here", tool });
  // What is recorded nowhere is recorded in no part either.
  expect(stateAt({ ...agreed, pause: { until: null } }, undefined, [tool.id]).is).toBe("paused");
  expect(stateAt({ ...agreed, tools: [{ ...tool, removedAt: 1 }] }, undefined, [tool.id]).is).toBe(
    "off-scope",
  );
  expect(stateAt(agreed, undefined, ["another"]).is).toBe("off-scope");
});

test("a part of a tool that is left out is so with the tool's own frames, and not with another's", () => {
  const other = { ...tool, id: "BBBBBBBBBBBBBBBBBBBBBB", pattern: "https://chat.example/*" };
  const tools = [{ ...tool, exclude: ["/admin"] }, other];
  const facts = { ...agreed, tools, consent: { ...agreed.consent, tools: [tool.id, other.id] } };
  expect(stateAt(facts, "https://flows.example/admin", [tool.id]).is).toBe("held-here");
  expect(stateAt(facts, "https://flows.example/admin", [other.id])).toEqual({ is: "part-here", tool: other });
});
