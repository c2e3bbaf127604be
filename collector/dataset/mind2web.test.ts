import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { canonicalText } from "../../schemas/canonical.ts";
import type { Shipment } from "../../schemas/shipment.ts";
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { randomId, shipment } from "../testing.ts";
import { layoutOf } from "./layout.ts";
import { mind2webOf } from "./mind2web.ts";
import { nameTrajectory } from "./named-trajectory.ts";
import { cleanedHtml } from "./outline-html.ts";
import { emptyTally } from "./tally.ts";

const tool = randomId();
const vocabulary: Vocabulary = {
  format: "tooltrail-vocabulary/1",
  tool,
  version: 1,
  title: "Expenses",
  routes: ["/reports/:id"],
  terms: [{ en: "Approve <all>" }, { en: "Amount" }],
  attributes: [{ name: "id", value: "approve" }],
  elements: ["x-card"],
  tasks: [],
};
const nodes: Shipment["outlines"][number]["nodes"] = [
  { parent: null, role: "document" },
  { parent: 0, role: "main" },
  { parent: 1, role: "generic", tag: 0, count: "2-5" },
  { parent: 1, role: "textbox", name: 1, state: ["selected"] },
  { parent: 2, role: "button", name: 0, attributes: [0] },
  { parent: 2, role: "generic" },
];
const hash = createHash("sha256").update(canonicalText(nodes)).digest().subarray(0, 16).toString("base64url");
const step = (more: object) =>
  ({ kind: "click", tool: 0, route: 0, effect: "nothing", button: "main", count: 1, ...more }) as never;
const target = { role: "button", name: 0, path: [], selectors: [], state: [], terms: [] };

function named(sent: Partial<Shipment>, more: object = {}) {
  const tally = emptyTally();
  const known = { ...vocabulary, ...more } as Vocabulary;
  const made = nameTrajectory(
    shipment({ tools: [{ tool, vocabulary: 1 }], outlines: [{ hash, nodes }], ...sent }),
    () => known,
    tally,
  );
  const { record, skipped } = mind2webOf(made.row, {
    outlineOf: (cited) => made.outlines.find((one) => one.hash === cited),
    layoutOf: ({ route }) => layoutOf(known, route),
  });
  return { ...made, tally, record, skipped };
}

test("a record has the page as HTML, the true candidate, and the others", () => {
  const steps = [
    step({ target, outline: { hash, node: 4 } }),
    step({
      kind: "typing",
      button: undefined,
      count: undefined,
      length: 2,
      target: { ...target, role: "textbox", name: 1 },
      outline: { hash, node: 3 },
    }),
    step({ outline: { hash, node: null } }),
    step({}),
  ].map((one) => JSON.parse(JSON.stringify(one)));
  const { record, skipped, row, outlines } = named({ steps });
  expect(skipped).toBe(2);
  expect(outlines).toHaveLength(1);
  expect(row.lastOutline).toBe(hash);
  expect(record).toMatchObject({
    annotation_id: row.id,
    website: "Expenses",
    action_reprs: ["[button] Approve <all> -> CLICK", "[textbox] Amount -> TYPE: {{text:textbox:5-9}}"],
  });
  const [click, typing] = record!.actions;
  expect(click!.operation).toEqual({ original_op: "CLICK", op: "CLICK", value: "" });
  expect(click!.pos_candidates).toHaveLength(1);
  expect(click!.pos_candidates[0]).toMatchObject({
    tag: "button",
    is_original_target: true,
    backend_node_id: "4",
  });
  expect(JSON.parse(click!.pos_candidates[0]!.attributes)).toEqual({
    backend_node_id: "4",
    role: "button",
    "aria-label": "Approve <all>",
    id: "approve",
  });
  expect(click!.neg_candidates.map(({ backend_node_id }) => backend_node_id)).toEqual(["0", "1", "3"]);
  expect(typing!.pos_candidates[0]).toMatchObject({ tag: "input", backend_node_id: "3" });
  expect(click!.cleaned_html).toBe(cleanedHtml(outlines[0]!));
  expect(click!.cleaned_html).toBe(
    '<html backend_node_id="0" role="document"><main backend_node_id="1" role="main">' +
      '<x-card backend_node_id="2" data-count="2-5">' +
      '<button backend_node_id="4" role="button" aria-label="Approve &#60;all&#62;" id="approve"></button>' +
      '<div backend_node_id="5"></div></x-card>' +
      '<input backend_node_id="3" role="textbox" aria-label="Amount" data-selected="true"></input></main></html>',
  );
});

test("geometry comes from the vocabulary's reference layout", () => {
  const steps = [step({ target, outline: { hash, node: 4 } })];
  const layout = {
    viewport: [1000, 500],
    boxes: [
      { route: 0, attribute: 0, box: [100, 200, 50, 20] },
      { route: 0, term: 1, box: [0, 0, 10, 10] },
    ],
  };
  const { record } = named({ steps }, { layout });
  const boxes = [...record!.actions[0]!.pos_candidates, ...record!.actions[0]!.neg_candidates].map(
    ({ attributes }) => JSON.parse(attributes).bounding_box_rect,
  );
  expect(boxes).toEqual(["100,100,50,10", undefined, undefined, "0,0,10,5"]);
});

test("an outline whose hash is not that of its nodes is left out and counted", () => {
  const steps = [step({ target, outline: { hash: randomId(), node: 1 } })];
  const { record, row, outlines, tally } = named({
    steps,
    outlines: [{ hash: JSON.parse(JSON.stringify(steps))[0].outline.hash, nodes }],
  });
  expect([record, outlines, row.lastOutline, row.steps[0]!.outline]).toEqual([
    null,
    [],
    undefined,
    undefined,
  ]);
  expect(tally.untrue).toBe(1);
});
