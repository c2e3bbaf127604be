import { expect, test } from "vitest";
import { type FoundAt, type StepOutcome, tellReplay } from "./outcome.ts";

const found: FoundAt = { by: ["role", "path"], agrees: 1, alike: 1, place: "html:0", frame: 0 };
const step = (more: Partial<StepOutcome>): StepOutcome => ({
  n: 1,
  trajectory: "A",
  kind: "click",
  outcome: "driven",
  ...more,
});

test("each step says by what it was found, and what was not driven says why", () => {
  const text = tellReplay({
    format: "tooltrail-replay/1",
    steps: [
      step({ target: 'button "Save"', found }),
      step({ n: 2, found: { ...found, by: ["ordinal"], agrees: 0.5, alike: 2 } }),
      step({ n: 3, kind: "shortcut", outcome: "not-replayed", note: "it names no element" }),
      step({ n: 4, outcome: "not-found" }),
    ],
    end: { route: "/", lastRoute: null, dialogs: 0, pages: 1 },
  });
  expect(text.split("\n")).toEqual([
    '1. click button "Save": driven; found by role, path (100% agrees)',
    "2. click: driven; found by ordinal (50% agrees, one of 2 alike)",
    "3. shortcut: not replayed; it names no element",
    "4. click: not found",
    "steps: 4, driven 2, not found 1, not reached 0, not replayed 1; 1 on one of several alike",
    "end state: route /, that of the last step not published; 1 pages open, 0 dialogs accepted",
  ]);
});
