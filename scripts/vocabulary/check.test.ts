import { describe, expect, it } from "vitest";
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { check } from "./check.ts";
import { whyAttributeIsData, whyRouteIsData, whyTermIsData } from "./looks-like-data.ts";

describe("a term that looks like data", () => {
  it.each([
    ["ada@firm.example", "mail"],
    ["Ada Lovelace", "name of a person"],
    ["Assigned to Friedrich Müller", "name of a person"],
    ["Dr. Lovelace", "name of a person"],
    ["Frau Schmidt", "name of a person"],
    ["Sabine", "name of a person"],
    ["+49 30 901820", "phone number"],
    ["(030) 90 18 20", "phone number"],
    ["030 901820", "phone number"],
    ["21.11.2026", "date or time"],
    ["10:45", "date or time"],
    ["3 minutes ago", "date or time"],
    ["12 Nov", "date or time"],
    ["€ 12", "money"],
    ["1,200 USD", "money"],
    ["Order 20231", "number"],
    ["1.200", "number"],
    ["TICKET-12", "id"],
    ["#4711", "id"],
    ["a1b2c3d4e5f6", "id"],
    ["ghp_16C7e42F292c6912E7710c838347Ae178B4a", "secret"],
    ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIi", "secret"],
    ["AbCdEf0123456789GhIjKl", "secret"],
    ["https://a.example/x", "address"],
    ["server.example", "address"],
    ["10.0.0.12", "address"],
  ])("%s: %s", (text, why) => expect(whyTermIsData(text)).toBe(why));

  it.each([
    "Deploy",
    "Mark as done",
    "Will message",
    "Sign In Now",
    "Top 10",
    "Step 2 of 3",
    "Close connection",
    "Größe ändern",
    "General purpose nodes used for common operations.",
    "Configuration nodes ctrl-g c",
    "https",
    "Frank's", // no capitalised name follows, and the word is another
    "JSON Schema error",
    "msg.payload",
    "e.g. 255",
  ])("is not %s", (text) => expect(whyTermIsData(text)).toBeUndefined());
});

it("knows data in attributes and routes", () => {
  expect(whyAttributeIsData("id", "row-4711")).toBe("number");
  expect(whyAttributeIsData("id", ":r1:")).toBe("framework-made");
  expect(whyAttributeIsData("class", "css-1abc2d")).toBe("framework-made");
  expect(whyAttributeIsData("name", "user@firm.example")).toBe("mail");
  expect(whyAttributeIsData("id", "node-input-name")).toBeUndefined();
  expect(whyRouteIsData("/users/4711")).toBe("number");
  expect(whyRouteIsData("/users/ada@firm.example")).toBe("mail");
  expect(whyRouteIsData("#flow/f6f2187d0a1b2c3d")).toBe("id");
  for (const route of ["/", "/users/:id", "/files/*", "#flow/:id"])
    expect(whyRouteIsData(route)).toBeUndefined();
});

const vocabulary: Vocabulary = {
  format: "tooltrail-vocabulary/1",
  tool: "bm9kZS1yZWQtZWRpdG9yAA",
  version: 1,
  title: "A tool",
  routes: ["/", "/users/4711"],
  terms: [{ en: "Save", de: "Ada Lovelace" }, { en: "Open" }],
  attributes: [{ name: "id", value: ":r1:" }],
  elements: ["x-card"],
  tasks: [{ sentence: "Open {name}", slots: ["name"], done: [{ term: 0 }] }],
};

it("names what it finds, in every language, and not what was reviewed", () => {
  expect(check(vocabulary)).toEqual([
    { part: "route", index: 1, entry: "/users/4711", why: "number" },
    { part: "term", index: 0, entry: "Ada Lovelace", why: "name of a person" },
    { part: "attribute", index: 0, entry: "id=:r1:", why: "framework-made" },
  ]);
  expect(check(vocabulary, new Set(["/users/4711", "Ada Lovelace", "id=:r1:"]))).toEqual([]);
});

it("names tasks and boxes that contradict the rest", () => {
  const clean = { ...vocabulary, routes: ["/"], terms: [{ en: "Save" }], attributes: [] };
  const why = (more: Partial<Vocabulary>) => check({ ...clean, ...more }).map((finding) => finding.why);
  expect(why({})).toEqual([]);
  expect(why({ tasks: [{ sentence: "Open {name}" }] })).toEqual(["its slots are not those in its sentence"]);
  expect(why({ tasks: [{ sentence: "Open", done: [{ term: 9 }] }] })).toHaveLength(1);
  expect(why({ tasks: [{ sentence: "Open", done: [{ effect: "changed" }] }] })).toHaveLength(1);
  const boxes = (box: object) => ({
    layout: { viewport: [1280, 720] as [number, number], boxes: [box as never] },
  });
  expect(why(boxes({ route: 0, term: 0, box: [0, 0, 1, 1] }))).toEqual([]);
  expect(why(boxes({ route: 0, term: 5, box: [0, 0, 1, 1] }))).toHaveLength(1);
  expect(why(boxes({ route: 0, box: [0, 0, 1, 1] }))).toHaveLength(1);
});

it("names an attribute that is called by nothing", () => {
  const called = (term: number) => ({
    ...vocabulary,
    routes: ["/"],
    terms: [{ en: "Save" }],
    attributes: [{ name: "id" as const, value: "save", term }],
  });
  expect(check(called(0))).toEqual([]);
  expect(check(called(1))).toEqual([
    { part: "attribute", index: 0, entry: "id=save", why: "is called by an entry that is not there" },
  ]);
});
