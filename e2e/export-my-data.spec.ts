import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Trajectory } from "../schemas/trajectory.ts";
import { expect, test } from "./node-red.ts";
import { NodeRedEditor, vocabularyLabel } from "./node-red-editor.ts";
import { allThatLeaves } from "./person.ts";
import { picture } from "./picture.ts";

test("export my data: the file holds every step that is stored, and can be checked without us", async ({
  person,
  nodeRed,
  collector,
  folder,
}, info) => {
  await person.agrees(allThatLeaves);
  await person.adds(nodeRed.url, { name: "Node-RED", vocabulary: vocabularyLabel });
  const editor = await NodeRedEditor.open(person.context, nodeRed.url);
  await editor.drags("inject", 200, 300);
  await editor.renames("timestamp", "orders of the day");
  await editor.deploys();
  await expect.poll(async () => (await person.steps()).at(-1)?.target?.role).toBe("link");

  await person.finishesAndShips();

  const zip = join(folder, "export.zip");
  await (await person.exports()).saveAs(zip);
  const page = person.options;
  await expect(page.getByText("Saved as")).toBeVisible();
  await picture(page, "export-my-data", info);

  const files = unzipSync(await readFile(zip));
  const text = (name: string) => strFromU8(files[name]!);
  const exported = text("trajectories.jsonl")
    .split("\n")
    .filter(Boolean)
    .flatMap((line) => (JSON.parse(line) as Trajectory).steps);
  expect(exported.map(({ step }) => step)).toEqual(await person.steps());
  // Drags are not switched on here.
  const agreed = editor.acts.filter(({ kind }) => kind !== "drag");
  expect(exported.length).toBeGreaterThanOrEqual(agreed.length);
  const shipped = JSON.parse(text("shipments.jsonl")) as { shipment: unknown };
  expect(shipped.shipment).toEqual(JSON.parse(collector.shipments()[0]!.bytes));
  expect(text("README.html")).toContain("Node-RED");

  const sums = text("SHA256SUMS").trim().split("\n");
  expect(sums.map((line) => line.split("  ")[1]).sort()).toEqual(
    Object.keys(files)
      .filter((name) => name !== "SHA256SUMS")
      .sort(),
  );
  for (const line of sums) {
    const [digest, name] = line.split("  ");
    expect(createHash("sha256").update(files[name!]!).digest("hex")).toBe(digest);
  }
});
