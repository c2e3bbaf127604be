import { expect, test } from "vitest";
import type { Tool } from "../../schemas/tool.ts";
import type { PageSender } from "../platform/page-sender.ts";
import { belongsTo } from "./sender-tool.ts";

const row = (id: string, pattern: string) => ({ id, pattern }) as Tool;
const board = row("board", "http://board.example:81/*");
const wiki = row("wiki", "https://wiki.example/*");
const T = "http://board.example:81";
const W = "https://wiki.example";
const neighbour = "http://board.example:82";

const tab = { url: `${T}/x`, incognito: false } as NonNullable<PageSender["tab"]>;
const whose = (sender: Partial<PageSender>, patternsNamePorts = true) => {
  const found = belongsTo({ tab, ...sender } as PageSender, { tools: [board, wiki], patternsNamePorts });
  return found.tool?.id ?? found.refused;
};

// What the two browsers say of each frame was found by experiment, see the decision record.
test.each<[string, Partial<PageSender>, string]>([
  ["the page itself", { url: `${T}/x`, origin: T }, "board"],
  ["a frame of another tool", { url: `${W}/x`, origin: W }, "wiki"],
  [
    "a frame of nobody's",
    { url: "https://evil.example/", origin: "https://evil.example" },
    "message-out-of-scope",
  ],
  ["the same host, another port", { url: `${neighbour}/`, origin: neighbour }, "message-out-of-scope"],
  ["sandboxed with an address", { url: `${T}/x`, origin: "null", ancestors: [T] }, "board"],
  [
    "sandboxed with another's address",
    { url: `${neighbour}/x`, origin: "null", ancestors: [T] },
    "message-out-of-scope",
  ],
  ["srcdoc", { url: "about:srcdoc", origin: T }, "board"],
  ["blob", { url: `blob:${T}/1`, origin: T }, "board"],
  [
    "srcdoc of a frame of nobody's",
    { url: "about:srcdoc", origin: "https://evil.example" },
    "message-out-of-scope",
  ],
  ["sandboxed srcdoc", { url: "about:srcdoc", origin: "null", ancestors: [T] }, "board"],
  ["data in the other tool's frame", { url: "data:,x", origin: "null", ancestors: [W, T] }, "wiki"],
  [
    "data in nobody's frame in ours",
    { url: "data:,x", origin: "null", ancestors: ["https://evil.example", T] },
    "message-out-of-scope",
  ],
  ["data in data", { url: "data:,x", origin: "null", ancestors: ["null", T] }, "board"],
  ["opaque, with nothing above", { url: "about:blank", origin: "null", ancestors: [] }, "frame-undecided"],
  ["opaque, and the script says nothing", { url: "about:blank", origin: "null" }, "frame-undecided"],
  [
    "opaque, and the tab is not what the script says",
    { url: "data:,x", origin: "null", ancestors: [W] },
    "frame-undecided",
  ],
  ["an address and an origin that do not agree", { url: `${T}/x`, origin: W }, "frame-undecided"],
  ["no origin said, an address that is no tool's", { url: "file:///x" }, "frame-undecided"],
])("%s", (_, sender, expected) => expect(whose(sender)).toBe(expected));

test("a tab that Firefox closed has an address still, but nothing above an opaque frame is borne out", () => {
  const last = ({ ...sender }: Partial<PageSender>) => {
    const found = belongsTo({ envType: "content_child", id: "x", ...sender } as PageSender, {
      tools: [board],
      patternsNamePorts: false,
    });
    return found.tool?.id ?? found.refused;
  };
  expect(last({ url: `${T}/x`, origin: T })).toBe("board");
  expect(last({ url: `${neighbour}/`, origin: neighbour })).toBe("message-out-of-scope");
  expect(last({ url: "about:srcdoc", origin: "null", ancestors: [T] })).toBe("frame-undecided");
  expect(last({ url: `${T}/x`, origin: T, envType: "addon_child" })).toBe("message-out-of-scope");
});

test("a private window and a sender without a tab are no tool's", () => {
  expect(whose({ url: `${T}/`, tab: { ...tab, incognito: true } })).toBe("message-out-of-scope");
  const { tab: _, ...noTab } = { tab, url: `${T}/`, id: "x" };
  expect(belongsTo(noTab, { tools: [board], patternsNamePorts: true }).refused).toBe("message-out-of-scope");
});

test("where patterns name no port, an opaque frame between may be of another port, and nothing is decided", () => {
  const opaque = { url: "about:srcdoc", origin: "null" };
  expect(whose({ ...opaque, ancestors: ["null", T] }, false)).toBe("frame-undecided");
  expect(whose({ ...opaque, ancestors: ["moz-nullprincipal:{1}", T] }, false)).toBe("frame-undecided");
  expect(whose({ ...opaque, ancestors: [T] }, false)).toBe("board");
});

test("a tool that was removed has no frames", () => {
  const tools = [{ ...board, removedAt: 1 }];
  const found = belongsTo({ tab, url: `${T}/` } as PageSender, { tools, patternsNamePorts: true });
  expect(found.refused).toBe("message-out-of-scope");
});
