import { expect, test } from "vitest";
import type { Receipt } from "../../schemas/consent.ts";
import { type SwitchName, switchNames } from "../../schemas/step.ts";
import type { Tool } from "../../schemas/tool.ts";
import type { NumberedStep } from "../../schemas/trajectory.ts";
import { policyState } from "../policy/state.ts";
import { agreedTogether } from "./agreed-together.ts";

const ids = ["AAAAAAAAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBBBBBBBA"];
const tool = (id: string, more: Partial<Tool> = {}): Tool => ({
  ...{ id, alias: "a", owner: "", reason: "", vocabulary: null, addedAt: 0 },
  pattern: "https://tool.example/*",
  ...more,
});
const receipt = (at: number, answer: Receipt["answer"], kinds: SwitchName[]): Receipt => ({
  ...{ id: `${at}`.padStart(22, "R"), at, notice: 1, answer, kinds, tools: ids },
});
const steps = ids.map((id, n) => ({ n, step: { kind: "click", tool: id } })) as unknown as NumberedStep[];
const policy = policyState(undefined, { now: 0, patience: 0 } as never);
const all = [...switchNames];
const leaving = (receipts: Receipt[], tools = ids.map((id) => tool(id))) =>
  agreedTogether(steps, { tools, policy, receipts }).map(({ n }) => n);

test("all that leaves together was agreed to, or nothing leaves", () => {
  expect(leaving([receipt(1, "agreed", all)])).toEqual([0, 1]);
  expect(
    leaving([
      receipt(
        1,
        "agreed",
        all.filter((name) => name !== "outlines"),
      ),
    ]),
  ).toEqual([]);
  expect(
    leaving([
      receipt(
        1,
        "agreed",
        all.filter((name) => name !== "scroll"),
      ),
    ]),
  ).toEqual([0, 1]);
  expect(leaving([])).toEqual([]);
});

test("the newest answer that agreed counts: a later one that did not is no answer on kinds", () => {
  const some: SwitchName[] = ["click"];
  expect(leaving([receipt(1, "agreed", all), receipt(2, "agreed", some)])).toEqual([]);
  expect(leaving([receipt(1, "agreed", some), receipt(2, "agreed", all), receipt(3, "later", [])])).toEqual([
    0, 1,
  ]);
});

test("a switch that is off in one tool keeps that tool's steps here, and no other's", () => {
  const tools = [tool(ids[0]!, { kinds: ["click"] }), tool(ids[1]!)];
  expect(leaving([receipt(1, "agreed", all)], tools)).toEqual([1]);
  expect(leaving([receipt(1, "agreed", all)], [tool(ids[0]!)])).toEqual([0]);
});
