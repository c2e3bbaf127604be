import { expect, test } from "vitest";
import { outlineLines } from "./outline-lines.ts";

const names = {
  tool: "Board",
  term: (index: number | null) => (index === 3 ? "Deploy" : undefined),
  route: () => undefined,
};

test("one node a line, in the order of the page, with the one acted on marked", () => {
  const lines = outlineLines(
    [
      { parent: null, role: "document" },
      { parent: 0, role: "banner" },
      { parent: 0, role: "generic", tag: "svg" },
      { parent: 1, role: "button", name: 3, state: ["expanded"] },
      { parent: 1, role: "link", name: 9, count: "6-20" },
    ],
    3,
    names,
  );
  expect(lines).toEqual([
    "  document",
    "    banner",
    "▸     button “Deploy”, expanded",
    "      link, 6 to 20 alike",
    "    svg",
  ]);
});
