import { expect, it } from "vitest";
import { assemble, reviewOf } from "./assemble.ts";
import { type AttributeNames, heardNames, namesIn, noteOf, readNames } from "./attribute-names.ts";
import { addTo, countedNothing, inBoth, seenNothing } from "./found.ts";
import { keepBefore } from "./keep-before.ts";
import type { Term } from "./messages/align.ts";

const messages = [{ en: "Zoom in", de: "Vergrößern" }, { en: "Undo" }];
const inStates = (...states: [attribute: string, text: string][][]) => {
  const all = countedNothing();
  for (const said of states) {
    const attributes = new Set(said.map(([attribute]) => attribute));
    const names = new Set(said.map(([attribute, text]) => noteOf(attribute, text)));
    addTo(all, { ...seenNothing(), attributes, names });
  }
  return all;
};
const heard = (least: number, ...states: [string, string][][]) =>
  Object.fromEntries(heardNames({ notes: inStates(...states).names, messages, least }));

it("takes a tooltip that is a message, with or without the keys behind it", () => {
  expect(heard(2, [["id=in", "Zoom in"]])).toEqual({ "id=in": "Zoom in" });
  expect(heard(2, [["id=in", "Vergrößern"]])).toEqual({ "id=in": "Vergrößern" });
  expect(
    heard(2, [
      ["id=in", "Zoom in ctrl-+"],
      ["id=in", "Zoom in"],
    ]),
  ).toEqual({ "id=in": "Zoom in" });
});

it("leaves the keys off though a term kept from before has them", () => {
  const kept = [...messages, { en: "Undo ctrl-z" }];
  const notes = inStates([
    ["id=undo", "Undo ctrl-z"],
    ["id=undo", "Undo"],
  ]).names;
  expect(heardNames({ notes, messages: kept, least: 2 }).get("id=undo")).toBe("Undo");
});

it("takes another only when it was heard often enough, and in full", () => {
  expect(heard(2, [["id=xx", "Fit"]])).toEqual({});
  expect(heard(2, [["id=xx", "Fit"]], [["id=xx", "Fit"]])).toEqual({ "id=xx": "Fit" });
  expect(
    heard(1, [
      ["id=xx", "Fit page"],
      ["id=xx", "Fit"],
    ]),
  ).toEqual({ "id=xx": "Fit page" });
});

it("has no name for what is called differently, or by what looks like data", () => {
  expect(heard(1, [["class=icon", "Fit"]], [["class=icon", "Close"]])).toEqual({});
  expect(
    heard(1, [
      ["class=icon", "Zoom in"],
      ["class=icon", "Undo"],
    ]),
  ).toEqual({});
  expect(heard(1, [["id=xx", "Ada Lovelace"]], [["id=yy", "Order 20231"]])).toEqual({});
});

it("counts only what both visits heard", () => {
  const one = { ...seenNothing(), names: new Set([noteOf("id=xx", "Fit"), noteOf("id=yy", "Freight")]) };
  const other = { ...seenNothing(), names: new Set([noteOf("id=xx", "Fit"), noteOf("id=yy", "Harbour")]) };
  expect([...inBoth(one, other).names]).toEqual(["id=xx: Fit"]);
});

const naming = {
  tool: "bm9kZS1yZWQtZWRpdG9yAA",
  title: "A tool",
  language: "en",
  without: ["Acme"],
  least: 1,
};
const build = (
  said: [string, string][],
  more: { messages?: Term[]; names?: AttributeNames; written?: Record<string, string> } = {},
) => {
  const found = { seen: inStates(said), messages, ...more };
  const names = more.written && new Map(Object.entries(more.written));
  return assemble(found, { ...naming, names }).vocabulary;
};

it("makes a term of what is called by no message, and cites the first entry that says it", () => {
  const made = build([
    ["id=in", "Zoom in"],
    ["id=xx", "Fit page"],
    ["id=aa", "Acme"],
  ]);
  expect(made.terms.map(({ en }) => en)).toEqual(["Fit page", "Undo", "Zoom in"]);
  expect(made.attributes).toEqual([
    { name: "id", value: "aa" },
    { name: "id", value: "in", term: 2 },
    { name: "id", value: "xx", term: 0 },
  ]);
  expect(
    build([["id=in", "Zoom in"]], {
      messages: [
        { en: "Zoom in", de: "A" },
        { en: "Zoom in", de: "B" },
      ],
    }),
  ).toMatchObject({
    attributes: [{ value: "in", term: 0 }],
  });
});

it("takes what the owner wrote before what was heard, and adds its attribute", () => {
  const made = build([["id=in", "Zoom in"]], {
    written: { "id=in": "Undo", "name=new": "Make one" },
    names: new Map([["id=in", "Old"]]),
  });
  expect(Object.fromEntries(namesIn(made))).toEqual({ "id=in": "Undo", "name=new": "Make one" });
  expect(made.terms.map(({ en }) => en)).toEqual(
    ["Make one", "Old", "Undo", "Zoom in"].filter((en) => en !== "Old"),
  );
});

it("keeps the names of the version before by words, and raises the version for a new one", () => {
  const first = build([["id=xx", "Undo"]]);
  const seen = inStates([["id=zz", "Another"]]);
  const kept = keepBefore(first, seen, 1);
  const next = (names: AttributeNames) => assemble({ seen, messages: kept, names }, naming, first).vocabulary;
  expect(next(namesIn(first))).toMatchObject({ version: 2 });
  expect(Object.fromEntries(namesIn(next(namesIn(first))))).toEqual({ "id=xx": "Undo", "id=zz": "Another" });
  expect(Object.fromEntries(namesIn(next(new Map())))).toEqual({ "id=zz": "Another" });
  const same = { seen: inStates([["id=xx", "Undo"]]), messages };
  expect(assemble(same, naming, first).vocabulary.version).toBe(1);
  const renamed = { ...naming, names: new Map([["id=xx", "Zoom in"]]) };
  expect(assemble(same, renamed, first).vocabulary.version).toBe(2);
});

it("tells the reviewer what was heard", () => {
  const found = {
    seen: inStates(
      [["id=xx", "Fit"]],
      [["id=in", "Undo"]],
      [
        ["id=yy", "Odd"],
        ["id=yy", "Even"],
      ],
    ),
    messages,
  };
  expect(reviewOf(found, assemble(found, naming).vocabulary)).toMatchObject({
    names: [
      { entry: "id=in: Undo", inMessages: true, published: true },
      { entry: "id=xx: Fit", states: 1, inMessages: false, published: true },
      { entry: "id=yy: Even", published: false },
      { entry: "id=yy: Odd", published: false },
    ],
  });
});

it("reads a file of names, and refuses what no step could be named by", () => {
  expect(readNames('{"id=zzoom-in":"Zoom in"}').get("id=zzoom-in")).toBe("Zoom in");
  for (const file of ['{"href=x":"X"}', '{"id=:r1:":"X"}', '{"id=xx":1}', '["id=xx"]'])
    expect(() => readNames(file)).toThrow();
});
