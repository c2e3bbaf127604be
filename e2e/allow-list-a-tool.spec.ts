import { expect, test } from "./node-red.ts";
import { NodeRedEditor, vocabularyLabel } from "./node-red-editor.ts";
import { picture } from "./picture.ts";

test("allow-list a tool: work in Node-RED is recorded from then on, by its published names", async ({
  person,
  nodeRed,
}, info) => {
  await person.agrees();
  const editor = await NodeRedEditor.open(person.context, nodeRed.url);
  await editor.drags("debug", 300, 300);
  await editor.deploys();

  await person.adds(nodeRed.url, { name: "Node-RED", vocabulary: vocabularyLabel });
  await expect(person.options.getByRole("article", { name: "Node-RED" })).toBeVisible();
  // The editor that was open already is recorded without a reload.
  await editor.page.bringToFront();
  await editor.drags("inject", 200, 400);
  await editor.deploys();

  const page = await person.section("data");
  const steps = page.getByTestId("step");
  await expect(steps.filter({ hasText: "Clicked the link Deploy in Node-RED" })).toHaveCount(1);
  // What was done before the tool was on the list is nowhere.
  expect((await person.steps()).filter(({ kind }) => kind === "click")).toHaveLength(1);

  await person.section("tools");
  await expect(page.getByRole("article", { name: "Node-RED" })).toContainText(vocabularyLabel);
  await picture(page, "allow-list-a-tool", info);
});
