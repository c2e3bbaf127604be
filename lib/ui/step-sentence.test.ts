import { expect, test } from "vitest";
import type { Step, StepOf } from "../../schemas/step.ts";
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { pieces } from "../anonymize/rules.ts";
import { bucketWords, storedDetail } from "./measure-words.ts";
import { publishedNames } from "./published-names.ts";
import { type Shipped, shippedSentence, stepSentence } from "./step-sentence.ts";

const tool = "AAAAAAAAAAAAAAAAAAAAAA";
const vocabulary: Vocabulary = {
  format: "tooltrail-vocabulary/1",
  tool,
  version: 1,
  title: "Node-RED",
  routes: ["/flow/:id"],
  terms: [{ en: "Deploy", de: "Übernehmen" }, { en: "Name" }, { ja: "名前" }],
  attributes: [],
  elements: [],
  tasks: [],
};
const names = publishedNames("Node-RED", vocabulary);
const target = {
  role: "button",
  name: 0,
  path: [],
  selectors: [],
  box: [0, 0, 1, 1],
  state: [],
  terms: [],
} satisfies Step["target"];
const common = { at: 0, tool, route: 0, frame: [], effect: "nothing" } satisfies Partial<Step>;
const click: StepOf<"click"> = { ...common, kind: "click", target, button: "main", count: 1 };
const typing: StepOf<"typing"> = {
  ...common,
  kind: "typing",
  target: { ...target, role: "textbox", name: 1, path: [{ tag: "input", nth: 0 }] },
  keys: [
    ["text", 80, 0],
    ["text", 90, 140],
    ["delete", 84, 150],
  ],
  corrections: 1,
  by: ["keys"],
  length: 12,
};

const wouldLeave = (step: Step): Shipped | undefined =>
  pieces([{ n: 0, step }]).flat()[0] as unknown as Shipped | undefined;

test("a click is said with its role and its published name", () => {
  expect(stepSentence(click, names)).toBe("Clicked the button Deploy in Node-RED");
  expect(storedDetail({ ...click, count: 2, button: "context" })).toBe("twice, right button");
});

test("what the vocabulary does not hold has no name", () => {
  expect(stepSentence({ ...click, target: { ...target, name: null } }, names)).toBe(
    "Clicked an element without a public name (button) in Node-RED",
  );
  expect(stepSentence({ ...click, target: { ...target, role: "generic", name: 99 } }, names)).toBe(
    "Clicked an element without a public name in Node-RED",
  );
  expect(stepSentence(click, publishedNames("Wiki", undefined))).toContain("without a public name");
});

test("the person's language wins, then English, then any", () => {
  expect(publishedNames("x", vocabulary, ["de-AT"]).term(0)).toBe("Übernehmen");
  expect(publishedNames("x", vocabulary, ["fr"]).term(0)).toBe("Deploy");
  expect(names.term(2)).toBe("名前");
});

test("typing says the rhythm here and only the length bucket outside", () => {
  expect(stepSentence(typing, names)).toBe("Typed in the field Name in Node-RED");
  expect(storedDetail(typing)).toBe("3 keys, 1 correction, held 84 ms, gap 150 ms (medians)");
  expect(shippedSentence(wouldLeave(typing)!, names)).toBe(
    "typing, field “Name”, 10 to 19 characters, page “/flow/:id”, changed",
  );
});

test("a change of page is said by its template", () => {
  const navigate: Step = { ...common, kind: "navigate", how: "soft", effect: "navigated" };
  expect(stepSentence(navigate, names)).toBe("Opened the page /flow/:id in Node-RED");
  expect(stepSentence({ ...navigate, route: null }, names)).toBe(
    "Opened a page without a public address in Node-RED",
  );
  expect(wouldLeave(navigate)).toBeUndefined();
});

test.each([
  [0, "empty"],
  [1, "1 to 4 characters"],
  [3, "10 to 19 characters"],
  [6, "80 characters or more"],
])("bucket %d reads %s", (bucket, words) => expect(bucketWords(bucket)).toBe(words));

test("nothing of a person's hand is in what would leave", () => {
  const left = JSON.stringify(wouldLeave(typing));
  expect(left).not.toMatch(/"(at|keys|corrections|frame)"/);
});

const others: [Step, string, string, string | null][] = [
  [
    { ...common, kind: "drag", target, onto: { ...target, role: "main", name: 1 }, how: "native" },
    "Dragged the button Deploy onto the main part Name in Node-RED",
    "",
    "drag, button “Deploy”, onto main part “Name”, the browser's own drag, page “/flow/:id”",
  ],
  [
    { ...common, kind: "shortcut", target, command: "undo" },
    "Gave a command in the button Deploy in Node-RED",
    "undo",
    "shortcut, undo, page “/flow/:id”, changed",
  ],
  [
    { ...common, kind: "choose", target, control: "select", option: 1 },
    "Chose Name in the button Deploy in Node-RED",
    "from a list",
    "choose, button “Deploy”, option “Name”, from a list, page “/flow/:id”, changed",
  ],
  [
    { ...common, kind: "choose", target, control: "file", option: null },
    "Chose in the button Deploy in Node-RED",
    "a file",
    "choose, button “Deploy”, a file, page “/flow/:id”, changed",
  ],
  [
    { ...common, kind: "scroll", target, direction: "down", by: [3, 420] },
    "Scrolled the button Deploy in Node-RED",
    "down, 420 pixels",
    null,
  ],
  [{ ...common, kind: "switch", to: "elsewhere" }, "Left Node-RED", "", null],
  [{ ...common, kind: "switch", to: "tool" }, "Went to Node-RED", "", null],
  [
    { ...common, kind: "clipboard", target, act: "pasted", from: 3 },
    "Used the clipboard in the button Deploy in Node-RED",
    "pasted, from step 4",
    "typing, button “Deploy”, filled, page “/flow/:id”, changed",
  ],
  [
    {
      ...common,
      kind: "pointer",
      target,
      path: [
        [1, 1, 0],
        [9, 9, 120],
      ],
    },
    "Moved to the button Deploy in Node-RED",
    "2 points in 120 ms",
    null,
  ],
];
test.each(others)("a step of every kind is said: $kind", (step, sentence, detail, leaves) => {
  expect(stepSentence(step, names)).toBe(sentence);
  expect(storedDetail(step)).toBe(detail);
  const left = wouldLeave(step);
  expect(left ? shippedSentence(left, names) : null).toBe(leaves);
});
