// Outlines in the real Node-RED: a page state is stored once, cited by steps, shipped with them; without consent none.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { canonicalText } from "../schemas/canonical.ts";
import type { DatasetOutline, DatasetTrajectory } from "../schemas/dataset.ts";
import type { OutlineNode } from "../schemas/outline.ts";
import { type IsolatedWorld, isolatedWorld } from "./isolated-world.ts";
import { expect, test } from "./node-red.ts";
import { vocabularyLabel } from "./node-red-editor.ts";
import { allThatLeaves, type Person } from "./person.ts";
import { unfolds } from "./work.ts";

interface Row {
  hash: string;
  nodes: string;
  trajectories: string[];
}

const kinds = ["Clicks", "Typing rhythm", "Changing pages"];
const outlines = (person: Person) => person.rows<Row>("outlines");
const hashOf = (text: string) =>
  createHash("sha256").update(text).digest().subarray(0, 16).toString("base64url");
const nodesOf = ({ nodes }: Row) => JSON.parse(nodes) as OutlineNode[];

async function opensEditor(person: Person, url: string): Promise<Page> {
  const page = await person.context.newPage();
  await page.goto(url);
  await page.locator(".red-ui-palette-node").first().waitFor();
  // Another tip comes every 15 seconds, of other elements each: a page state of its own, whatever is done meanwhile.
  await page.evaluate('RED.actions.invoke("core:toggle-show-tips", false)');
  return page;
}

/** Clicks, and waits until the step is stored and whatever the page became is outlined. */
async function clicks(person: Person, page: Page, selector: string): Promise<void> {
  const before = (await person.steps()).length;
  await page.bringToFront();
  await page.locator(selector).click();
  await expect.poll(async () => (await person.steps()).length).toBe(before + 1);
  await rests(page, person);
}

/** Nothing of ours waits for an idle moment any more: seen from our own world, whose calls are counted. */
async function rests(page: Page, person: Person): Promise<void> {
  const stored = async () => JSON.stringify(await outlines(person));
  let last = "";
  await expect
    .poll(
      async () => {
        const before = last;
        await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 2000 })));
        last = await stored();
        return last === before;
      },
      { intervals: [500], timeout: 20_000 },
    )
    .toBe(true);
}

/** How many outlines our own world begins from now on: each counts the page's elements first, and nothing else does. */
async function countsOutlines(world: IsolatedWorld): Promise<() => Promise<number>> {
  await world.run(
    "begun = 0; const find = Document.prototype.getElementsByTagName;" +
      "Document.prototype.getElementsByTagName = function (name) {" +
      "if (name === '*') begun++; return find.call(this, name); }; 1",
  );
  return () => world.run<number>("begun");
}

const linesOf = <T>(file: string): T[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

test("a page state is stored once, cited with the node acted on, shipped, and named in the dataset", async ({
  person,
  nodeRed,
  collector,
  folder,
}) => {
  test.setTimeout(180_000);
  await person.agrees(allThatLeaves);
  await person.adds(nodeRed.url, { name: "Node-RED", vocabulary: vocabularyLabel });
  const page = await opensEditor(person, nodeRed.url);
  await page.mouse.move(400, 400);
  await page.mouse.move(420, 420);
  await rests(page, person);

  // The count of begun outlines, which has to stay at 0 where they are switched off, does count.
  const counted = await countsOutlines(await isolatedWorld(page, person));
  // The same menu, open and closed: the states come back, and are not stored again.
  const counts: number[] = [];
  for (let time = 0; time < 4; time++) {
    await clicks(person, page, "#red-ui-header-button-sidemenu");
    counts.push((await outlines(person)).length);
  }
  const rows = await outlines(person);
  for (const row of rows) expect(hashOf(row.nodes)).toBe(row.hash);
  const sizes = rows.map((row) => `${nodesOf(row).length} nodes, ${row.nodes.length} bytes`);
  console.log(`page states after each click: ${counts.join(", ")}\n${sizes.join("\n")}`);
  expect(counts[3]).toBe(counts[1]);
  expect(await counted()).toBeGreaterThanOrEqual(4);

  const clicked = (await person.steps()).filter(({ kind }) => kind === "click");
  expect(new Set(clicked.map(({ outline }) => (outline as { hash: string }).hash)).size).toBe(2);
  for (const { outline } of clicked) {
    const { hash, node } = outline as { hash: string; node: number };
    expect(nodesOf(rows.find((row) => row.hash === hash)!)[node]).toMatchObject({ role: "link" });
  }
  expect(clicked.map(({ effect }) => effect)).not.toContain("navigated");

  // Shipped: what steps cite, in its plain form.
  await person.finishesAndShips();
  const [{ shipment, bytes } = {}] = collector.shipments();
  const cited = new Set(shipment!.steps.flatMap(({ outline }) => outline?.hash ?? []));
  // Whether the menu is open makes no difference.
  expect(cited.size).toBeGreaterThanOrEqual(1);
  for (const hash of cited) expect(shipment!.outlines.map((one) => one.hash)).toContain(hash);
  expect(shipment!.outlines).toHaveLength(cited.size);
  for (const { hash, nodes } of shipment!.outlines) {
    expect(hashOf(canonicalText(nodes))).toBe(hash);
    expect(nodes.flatMap(({ state = [] }) => state).filter((state) => state !== "selected")).toEqual([]);
  }
  console.log(`shipment: ${bytes!.length} bytes with ${shipment!.outlines.length} outlines`);

  // Named in the dataset, and a record of Mind2Web's form with the true candidate.
  const out = join(folder, "dataset");
  const main = "collector/dataset/main.ts";
  execFileSync(process.execPath, [main, "build", "--from", collector.file, "--out", out, "--mind2web"]);
  const [row] = linesOf<DatasetTrajectory>(join(out, "trajectories.jsonl"));
  const named = linesOf<DatasetOutline>(join(out, "outlines.jsonl"));
  expect(new Set(named.map(({ hash }) => hash))).toEqual(new Set(shipment!.outlines.map(({ hash }) => hash)));
  const words = named.flatMap(({ nodes }) => nodes.flatMap(({ name }) => name ?? []));
  expect(words).toContain("Deploy");
  const [record] = linesOf<{ actions: { pos_candidates: { attributes: string }[] }[] }>(
    join(out, "mind2web.jsonl"),
  );
  expect(record!.actions).toHaveLength(row!.steps.filter(({ kind }) => kind === "click").length);
  for (const { pos_candidates } of record!.actions) {
    expect(JSON.parse(pos_candidates[0]!.attributes)).toMatchObject({ id: "red-ui-header-button-sidemenu" });
  }

  // The person reads what a step cites.
  const read = await person.section("data");
  await unfolds(read.getByTestId("trajectory").first());
  const last = read.getByTestId("step").last();
  await last.getByText("Outline of the page before").click();
  await expect(last.getByTestId("outline")).toContainText(/▸ .*link/);

  // Deleted with the last trajectory that cites them.
  const data = await person.section("data");
  await data.getByRole("button", { name: "Delete this trajectory" }).first().click();
  await expect.poll(async () => (await person.steps()).length, { timeout: 25_000 }).toBe(0);
  await expect
    .poll(async () => (await outlines(person)).filter(({ trajectories }) => trajectories.length > 0))
    .toEqual([]);
});

test("switched off, nothing is computed, and what is sent all the same is refused and counted", async ({
  person,
  nodeRed,
}) => {
  test.setTimeout(120_000);
  await person.agrees(kinds);
  await person.adds(nodeRed.url, { name: "Node-RED", vocabulary: vocabularyLabel });
  const page = await opensEditor(person, nodeRed.url);
  await expect.poll(async () => (await person.steps()).length).toBeGreaterThan(0);
  const world = await isolatedWorld(page, person);
  const counted = await countsOutlines(world);
  await clicks(person, page, "#red-ui-header-button-sidemenu");
  expect(await counted()).toBe(0);
  expect(await outlines(person)).toEqual([]);
  expect((await person.steps()).filter(({ outline }) => outline)).toEqual([]);

  const nodes = [{ parent: null, role: "document" }];
  expect(await world.send({ name: "outlines.keep", request: { nodes } })).toEqual({ reply: { hash: null } });
  expect(
    await world.send({ name: "outlines.keep", request: { hash: "A".repeat(22), nodes } }),
  ).toHaveProperty("error");
  expect(await outlines(person)).toEqual([]);
  expect(await person.dropped()).toEqual({ "kind-not-agreed": 1, "message-malformed": 1 });
});
