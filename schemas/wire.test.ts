// The format itself: what these shipments are written as may not change without anybody seeing it.
import { expect, test } from "vitest";
import { canonicalText } from "./canonical.ts";
import { pack } from "./pack.ts";
import type { Shipment } from "./shipment.ts";
import type { ShippedStep } from "./shipped-step.ts";
import { shippedKindNames } from "./step.ts";
import type { ShippedTarget } from "./target.ts";
import { unpack } from "./unpack.ts";

const hash = "AAAAAAAAAAAAAAAAAAAAAA";
const link = (tag: "body" | "form" | "input" | "button", nth: number | "middle" = 0) => ({ tag, nth });
const field: ShippedTarget = {
  role: "textbox",
  name: 4,
  path: [link("body"), link("form", 1), link("input")],
  selectors: [{ by: "label", label: 4, within: { role: "dialog", name: null, shown: true } }],
  state: [],
  terms: [],
};
const button: ShippedTarget = {
  role: "button",
  name: null,
  path: [link("body"), link("form", 1), link("button", "middle")],
  selectors: [
    { by: "attribute", attribute: 2, within: null },
    { by: "role", role: "button", name: 5, within: { attribute: 7 }, nth: 1 },
    { by: "css", tag: 3, classes: [8, 9], within: null },
    { by: "ordinal", role: "button", nth: 0, within: null, tag: "custom" },
  ],
  state: [],
  terms: [6],
};
const at = { tool: 0, route: 3, effect: "nothing" as const };
const outline = { hash, node: 12 };

const steps: ShippedStep[] = [
  { kind: "typing", ...at, effect: "changed", target: field, outline, length: 3 },
  { kind: "typing", ...at, effect: "changed", target: { ...field, state: ["selected"] }, length: 0 },
  { kind: "click", ...at, target: button, outline, button: "main", count: 1 },
  { kind: "click", ...at, target: button, outline: { hash, node: null }, button: "main", count: 2 },
  { kind: "click", ...at, effect: "alert", target: button, alert: 7, button: "main", count: 1 },
  { kind: "drag", ...at, target: button, onto: field, how: "native" },
  { kind: "shortcut", ...at, effect: "changed", command: "save" },
  { kind: "choose", ...at, effect: "changed", target: field, control: "select", option: 5 },
  { kind: "choose", ...at, effect: "changed", target: field, control: "date", option: null },
  { kind: "submit", ...at, tool: 1, effect: "opened" },
];
const shipment: Shipment = {
  format: "tooltrail/1",
  id: hash,
  week: "2026-W47",
  eraseTag: "A".repeat(43),
  notice: 1,
  tools: [
    { tool: hash, vocabulary: 2 },
    { tool: null, vocabulary: null },
  ],
  steps,
  outlines: [{ hash, nodes: [{ parent: null, role: "document" }] }],
  task: { tool: 0, index: 1, outcome: "partly", judgedBy: "person" },
};

test("a shipment with every kind, in the form in which it leaves", () => {
  expect(new Set(steps.map(({ kind }) => kind))).toEqual(new Set(shippedKindNames));
  // Over several lines here, to be read.
  const text = canonicalText(pack(shipment)).replaceAll(/(?<=\]),(?="[a-z]+":|\["[a-z]+",[\dn])/gi, ",\n");
  expect(text).toMatchInlineSnapshot(`
    "{"eraseTag":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","format":"tooltrail/1","id":"AAAAAAAAAAAAAAAAAAAAAA","links":[[null,"body"],[0,"form",1],[1,"input"],[1,"button","middle"]],
    "notice":1,"outlines":[{"hash":"AAAAAAAAAAAAAAAAAAAAAA","nodes":[{"parent":null,"role":"document"}]}],
    "places":[[0,3,0],[0,3],[1,3]],
    "selectors":[["label",4,["dialog",null,true]],
    ["attribute",2],["role","button",5,[7],1],
    ["css",3,[8,9]],["ordinal","button",0,null,"custom"]],
    "steps":[["typing",0,0,12,"changed",3],
    ["typing",1,1,null,"changed",0],
    ["click",0,2,12],
    ["click",0,2,null,"nothing","main",2],
    ["click",1,2,null,"alert","main",1,null,7],
    ["drag",1,2,null,"nothing","native",0],
    ["shortcut",1,null,null,"changed","save"],
    ["choose",1,0,null,"changed","select",5],
    ["choose",1,0,null,"changed","date"],
    ["submit",2,null,null,"opened"]],
    "targets":[["textbox",4,2,[0]],
    ["textbox",4,2,[0],["selected"]],
    ["button",null,3,[1,2,3,4],[],[6]]],
    "task":{"index":1,"judgedBy":"person","outcome":"partly","tool":0},"tools":[["AAAAAAAAAAAAAAAAAAAAAA",2],[null]],
    "week":"2026-W47"}"
  `);
  expect(unpack(pack(shipment))).toEqual(shipment);
});
