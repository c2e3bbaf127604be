import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { datasetTrajectorySchema } from "../../schemas/dataset.ts";
import type { Shipment } from "../../schemas/shipment.ts";
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { openSqliteStore } from "../sqlite-store.ts";
import { arrivalOf, randomId, shipment, temporaryFolder, textOf } from "../testing.ts";

const tool = randomId();
const vocabulary: Vocabulary = {
  format: "tooltrail-vocabulary/1",
  tool,
  version: 3,
  title: "Expenses",
  routes: ["/", "/reports/:id"],
  terms: [{ de: "Freigeben", en: "Approve" }, { fr: "Montant", "en-GB": "Amount" }, { de: "Offen" }],
  attributes: [{ name: "data-testid", value: 'the "one"' }],
  elements: ["x-card"],
  tasks: [{ sentence: "Approve an expense of {amount}", slots: ["amount"] }],
};

const target = (more: object) => ({
  role: "button",
  name: 0,
  path: [],
  selectors: [],
  state: [],
  terms: [],
  ...more,
});
const click = (more: object) =>
  ({
    kind: "click",
    tool: 0,
    route: 1,
    effect: "changed",
    button: "main",
    count: 1,
    ...more,
  }) as Shipment["steps"][number];
const typing = (length: number, role?: string) =>
  ({
    kind: "typing",
    tool: 0,
    route: 0,
    effect: "changed",
    length,
    ...(role ? { target: target({ role, name: 1 }) } : {}),
  }) as Shipment["steps"][number];

/** Runs the real command over a real file. */
function run(shipments: unknown[], more: string[] = []) {
  const folder = temporaryFolder(onTestFinished);
  const [from, out, file] = [join(folder, "c.sqlite"), join(folder, "out"), join(folder, "vocabulary.json")];
  writeFileSync(file, JSON.stringify(vocabulary));
  const store = openSqliteStore({ file: from });
  for (const each of shipments as Shipment[]) {
    void store.append(arrivalOf(each));
  }
  // What waits is stored when the store closes.
  void store.close();
  const main = join(import.meta.dirname, "main.ts");
  const printed = execFileSync(
    process.execPath,
    [main, "build", "--from", from, "--out", out, "--vocabulary", file, ...more],
    { encoding: "utf8", stdio: "pipe" },
  );
  const text = readFileSync(join(out, "trajectories.jsonl"), "utf8");
  const rows = text
    .split("\n")
    .filter(Boolean)
    .map((line) => datasetTrajectorySchema.parse(JSON.parse(line)));
  const card = JSON.parse(readFileSync(join(out, "data-card.json"), "utf8"));
  return { printed, rows, card, text, file, out };
}

test("a task is its published sentence, with how it came out; one that no vocabulary holds is counted", () => {
  const task = { tool: 0, index: 0, outcome: "done", judgedBy: "condition" } as const;
  const of = (more: object) => shipment({ tools: [{ tool, vocabulary: 3 }], ...more });
  const said = { ...task, outcome: "gave-up", judgedBy: "person" } as const;
  const { rows, card, printed } = run([
    of({ id: "AAAAAAAAAAAAAAAAAAAAAA", task }),
    of({ id: "BAAAAAAAAAAAAAAAAAAAAA", task: { ...said, index: 1 } }),
    of({ id: "CAAAAAAAAAAAAAAAAAAAAA" }),
  ]);
  expect(rows.map((row) => row.task)).toEqual([
    { ...task, tool: "Expenses", sentence: "Approve an expense of {amount}" },
    { ...said, index: 1, tool: "Expenses", sentence: null },
    undefined,
  ]);
  expect(card.counts).toMatchObject({ tasks: { done: 1, "gave-up": 1 }, shown: 1, unknown: 1 });
  expect(printed).toContain("tasks by outcome: done 1, gave-up 1; 1 of them shown by their steps");
});

test("the vocabulary's strings are put back in, English first", () => {
  const selectors = [
    { by: "attribute", attribute: 0, within: null },
    { by: "role", role: "button", name: 0, within: null },
    { by: "label", label: 1, within: null },
    { by: "ordinal", role: "button", nth: 2, within: { role: "dialog", name: null } },
    { by: "ordinal", role: "button", nth: 0, within: null },
  ];
  const path = [
    { tag: "html", nth: 0 },
    { tag: 0, nth: "first" },
    { tag: "custom", nth: 1, boundary: "shadow-open" },
  ];
  const { rows } = run([
    shipment({
      tools: [{ tool, vocabulary: 3 }],
      steps: [click({ target: target({ path, selectors, state: ["selected"], terms: [2, 1] }) })],
    }),
  ]);
  expect(rows[0]!.steps).toEqual([
    {
      kind: "click",
      tool: "Expenses",
      route: "/reports/:id",
      effect: "changed",
      target: {
        role: "button",
        name: "Approve",
        selectors: [
          { by: "attribute", text: '[data-testid="the \\"one\\""]' },
          { by: "role", text: 'role=button[name="Approve"]' },
          { by: "label", text: 'internal:label="Amount"s' },
          {
            by: "ordinal",
            text: "role=dialog[include-hidden=true] >> role=button[include-hidden=true] >> nth=2",
          },
          { by: "ordinal", text: "role=button[include-hidden=true] >> nth=0" },
        ],
        path: [
          { tag: "html", nth: 0 },
          { tag: "x-card", nth: "first" },
          { tag: "custom", nth: 1, boundary: "shadow-open" },
        ],
        state: ["selected"],
        terms: ["Offen", "Amount"],
      },
      measures: { button: "main", count: 1 },
    },
  ]);
});

test("what was typed is a placeholder by role and length class", () => {
  const steps = [0, 1, 2, 3, 4, 5, 6].map((bucket) => typing(bucket, "textbox"));
  const { rows } = run([shipment({ tools: [{ tool, vocabulary: 3 }], steps: [...steps, typing(3)] })]);
  expect(rows[0]!.steps.map(({ text }) => text)).toEqual([
    "{{text:textbox:0}}",
    "{{text:textbox:1-4}}",
    "{{text:textbox:5-9}}",
    "{{text:textbox:10-19}}",
    "{{text:textbox:20-39}}",
    "{{text:textbox:40-79}}",
    "{{text:textbox:80+}}",
    "{{text:generic:10-19}}",
  ]);
});

test("what no vocabulary holds is null and counted; another version is not guessed at", () => {
  const steps = [click({ target: target({ name: 0 }) })];
  const { rows, printed } = run([
    shipment({ tools: [{ tool, vocabulary: 2 }], steps }),
    shipment({ tools: [{ tool, vocabulary: 3 }], steps: [click({ target: target({ name: 77 }), tool: 9 })] }),
  ]);
  for (const row of rows) {
    expect(row.steps[0]).toMatchObject({ tool: null, route: null, target: { role: "button", name: null } });
  }
  expect(printed).toContain("steps without a vocabulary: 2");
  expect(printed).toContain("indices not in a vocabulary: 4");
});

test("counts are printed and the data card holds the hash of every input", () => {
  const known = { tools: [{ tool, vocabulary: 3 }] };
  const sent = [
    shipment({
      ...known,
      steps: [click({ target: target({}) }), click({ target: target({ name: null }) }), typing(2)],
    }),
    shipment({ ...known, steps: [click({})] }),
  ].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const old = { ...shipment(), format: "tooltrail/0" } as unknown as Shipment;
  const { printed, card, rows, text, file } = run([...sent, old]);
  const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
  const lines = [...sent, old].toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((each) => `${textOf(each)}\n`);
  expect(printed.split("\n").slice(0, 8)).toEqual([
    "trajectories: 2",
    "steps: 4",
    expect.stringMatching(/^steps by kind: (click 3, typing 1|typing 1, click 3)$/),
    "tasks by outcome: none; 0 of them shown by their steps",
    "targets named: 1 of 2",
    "steps without a vocabulary: 0",
    "indices not in a vocabulary: 0",
    "shipments rejected: 1",
  ]);
  expect(rows.map(({ id }) => id)).toEqual(sent.map(({ id }) => id));
  expect(card.inputs).toEqual({
    shipments: { sha256: sha256(lines.join("")), count: 3 },
    vocabularies: [{ tool, version: 3, title: "Expenses", sha256: sha256(readFileSync(file)) }],
  });
  expect(card.ledger).toEqual({ number: 1, hash: expect.stringMatching(/^[\w-]{43}$/) });
  expect(card.outputs["trajectories.jsonl"].sha256).toBe(sha256(text));
});

test("a second vocabulary for the same tool and version, or a broken one, stops the build", () => {
  const other = join(temporaryFolder(onTestFinished), "other.json");
  writeFileSync(other, JSON.stringify({ ...vocabulary, title: "Other" }));
  expect(() => run([], [other])).toThrow(/No dataset was built: .* repeats tool and version/);
  writeFileSync(other, JSON.stringify({ ...vocabulary, people: ["Ann"] }));
  expect(() => run([], [other])).toThrow(/is not a vocabulary/);
});
