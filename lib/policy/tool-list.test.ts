import { expect, test, vi } from "vitest";
import type { ToolList } from "../../schemas/tool-list.ts";
import { readToolList } from "./read-signed.ts";
import { createSigner } from "./testing-signer.ts";
import { judgeList, keptListAfter, withList } from "./tool-list.ts";

vi.mock("../platform/browser.ts", () => ({ browser: {} }));

const tool = (host: string) => ({
  alias: host,
  pattern: `https://${host}/*`,
  owner: "",
  reason: "",
  vocabulary: null,
});
const list = (at: number, ...hosts: string[]): ToolList => ({
  format: "tooltrail-tools/1",
  tools: hosts.map(tool),
  at,
});
const { format: _, ...kept } = list(5, "a.corp.example");

test.each<[string, ToolList, string]>([
  ["signed later", list(6, "b.corp.example"), "new"],
  ["later with nothing in it", list(6), "new"],
  ["the same once more", list(5, "a.corp.example"), "known"],
  ["another of the same moment", list(5, "b.corp.example"), "older"],
  ["signed before", list(4, "b.corp.example"), "older"],
  ["for all of a public suffix", list(6, "co.uk"), "too-wide"],
])("a list that is %s", (_, said, judged) => {
  expect(judgeList(kept, said)).toBe(judged);
  const after = keptListAfter(kept, said);
  if (judged === "new") expect(after).toEqual({ tools: said.tools, at: said.at });
  else expect(after).toBe(kept);
});

test("it takes the place of the policy's tools, and of nothing else", () => {
  const policy = { company: "Norhaven", onlyListed: true, tools: [tool("b.corp.example")] };
  expect(withList(policy, kept)).toEqual({ ...policy, tools: kept.tools });
  expect(withList(policy, undefined)).toBe(policy);
});

test("only what the store's key signed is a list", async () => {
  const [signer, other] = [await createSigner(), await createSigner()];
  const said = list(7, "a.corp.example");
  const text = await signer.sign(said);
  expect(await readToolList(text, signer.key)).toEqual(said);
  expect(await readToolList(text, other.key)).toBeNull();
  expect(await readToolList(`${text.slice(0, -4)}AAAA`, signer.key)).toBeNull();
  expect(await readToolList(await signer.sign(said, { alg: "none" }), signer.key)).toBeNull();
  const twice = { ...said, tools: [...said.tools, ...said.tools] };
  expect(await readToolList(await signer.sign(twice), signer.key)).toBeNull();
  // A stop file is no list.
  const stop = { format: "tooltrail-stop/1", stop: true, at: 1, until: 2 };
  expect(await readToolList(await signer.sign(stop), signer.key)).toBeNull();
});
