import { expect, test } from "vitest";
import { noticeVersion, type Receipt } from "../../../../schemas/consent.ts";
import type { DescribedTool, Tool } from "../../../../schemas/tool.ts";
import type { Consent } from "../../../consent/state.ts";
import type { PolicyState } from "../../../policy/state.ts";
import { brought, changesSince } from "./what-changed.ts";

const receipt = (said: Partial<Receipt>): Receipt => ({
  id: "AAAAAAAAAAAAAAAAAAAAAA",
  at: 1,
  notice: noticeVersion,
  answer: "agreed",
  kinds: ["click"],
  tools: [],
  ...said,
});
const agreed: Consent = { answer: "agreed", kinds: ["click"], tools: [] };
const unanswered: Consent = { answer: "unanswered", kinds: [], tools: [] };
const offer = (host: string, said: Partial<DescribedTool> = {}): DescribedTool => ({
  alias: host,
  pattern: `https://${host}/*`,
  owner: "",
  reason: "routine",
  vocabulary: null,
  ...said,
});
const row = (from: DescribedTool, said: Partial<Tool> = {}): Tool => ({
  ...from,
  id: "BBBBBBBBBBBBBBBBBBBBBA",
  addedAt: 1,
  listedBy: "company",
  ...said,
});
const inForce = (tools: DescribedTool[], forbiddenHosts: string[] = []): PolicyState => ({
  is: "in-force",
  policy: { tools, forbiddenHosts },
  since: 1,
});
const none: PolicyState = { is: "none" };
const are = (known: Partial<Parameters<typeof changesSince>[0]>) =>
  changesSince({ receipt: receipt({}), consent: agreed, policy: none, tools: [], ...known });

test("every version of the notice says what it brought", () => {
  expect(brought).toHaveLength(noticeVersion - 1);
});

test("before the first answer nothing has changed", () => {
  expect(are({ receipt: undefined, consent: unanswered, policy: inForce([offer("a.example")]) })).toEqual([]);
});

test("an answer that holds has nothing to ask again", () => {
  expect(are({})).toEqual([]);
});

test("an answer to this very text that counts no more is one of an idle profile", () => {
  expect(are({ consent: unanswered })).toEqual([{ is: "idle" }]);
  expect(are({ consent: unanswered, receipt: receipt({ answer: "declined" }) })).toEqual([]);
});

test("an older text says which version was answered", () => {
  const notice = noticeVersion - 2;
  expect(are({ consent: unanswered, receipt: receipt({ notice, answer: "later" }) })).toEqual([
    { is: "text", answered: notice },
  ]);
});

test("what the company lists without an answer is new, unless its policy forbids it", () => {
  const [a, b] = [offer("a.example"), offer("b.example")];
  expect(are({ policy: inForce([a, b], ["b.example"]) })).toEqual([{ is: "tools-new", tools: [a] }]);
  expect(are({ policy: inForce([a]), tools: [row(a)] })).toEqual([]);
});

test("another reason or vocabulary than the one agreed to is a change, and a removed one is new again", () => {
  const a = offer("a.example");
  const before = row(offer("a.example", { reason: "another" }), { removedAt: 2 });
  expect(are({ policy: inForce([a]), tools: [before] })).toEqual([{ is: "tools-changed", tools: [a] }]);
  expect(are({ policy: inForce([a]), tools: [row(a, { removedAt: 2 })] })).toEqual([
    { is: "tools-new", tools: [a] },
  ]);
});
