import fc from "fast-check";
import { expect, test } from "vitest";
import { noticeVersion, type Receipt } from "../../schemas/consent.ts";
import type { SwitchName } from "../../schemas/step.ts";
import type { Tool } from "../../schemas/tool.ts";
import { refusal } from "./gate.ts";
import { consentOf } from "./state.ts";

const toolIds = ["AAAAAAAAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBBBBBBBA"];
const tools: Tool[] = toolIds.map((id) => ({
  id,
  alias: id,
  pattern: "https://a.example/*",
  owner: "",
  reason: "",
  vocabulary: null,
  addedAt: 0,
}));
const kinds: SwitchName[] = ["click", "typing", "navigate", "outlines"];

const act = fc.oneof(
  fc.record({
    answer: fc.constant("agreed" as const),
    kinds: fc.subarray(kinds),
    tools: fc.subarray(toolIds),
  }),
  fc.record({
    answer: fc.constantFrom("declined" as const, "later" as const, "withdrawn" as const),
    kinds: fc.constant<SwitchName[]>([]),
    tools: fc.constant<string[]>([]),
  }),
);

test("no step and no outline is accepted that the last explicit answer does not cover", () => {
  fc.assert(
    fc.property(
      fc.array(act),
      fc.integer({ min: noticeVersion, max: noticeVersion + 1 }),
      fc.constantFrom(...kinds),
      fc.constantFrom(...toolIds),
      fc.option(fc.integer({ min: 0, max: 200 })),
      (acts, notice, kind, tool, until) => {
        const receipts = acts.map(
          (given, at): Receipt => ({
            id: String(at),
            at,
            ...given,
            notice: at === acts.length - 1 ? notice : 1,
          }),
        );
        const last = receipts.at(-1);
        const pause = until === null ? undefined : { until };
        const refused = refusal(
          { consent: consentOf(receipts), tools, pause, policy: { is: "none" }, now: 100 },
          kind,
          { tool },
        );
        const covered =
          last?.answer === "agreed" &&
          last.notice === noticeVersion &&
          last.kinds.includes(kind) &&
          last.tools.includes(tool) &&
          (until === null || until <= 100);
        expect(refused === null).toBe(covered);
      },
    ),
    { numRuns: 2000 },
  );
});

test("a removed tool is refused whatever was agreed", () => {
  const consent = { answer: "agreed" as const, kinds, tools: toolIds };
  const removed = tools.map((tool) => ({ ...tool, removedAt: 1 }));
  const doorway = { consent, tools: removed, pause: undefined, policy: { is: "none" as const }, now: 2 };
  expect(refusal(doorway, "click", { tool: toolIds[0]! })).toBe("no-consent");
});
