// A choice is one step without its value; a form is one step once it is really sent, and by a person.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { sayOf, test } from "./form-desk.ts";

test("choices: one step each, the state before, never a value", async ({ at, folder }) => {
  test.setTimeout(120_000);
  const { page } = at;
  await page.locator("#agree").click();
  await page.locator("#agree-label").click();
  const toggled = await at.steps();
  expect(toggled.map(sayOf)).toEqual(["choose checkbox input", "choose checkbox input"]);
  expect(toggled.map(({ target }) => (target as unknown as { state: string[] }).state)).toEqual([
    [],
    ["checked"],
  ]);

  await page.locator("#agree").focus();
  await page.keyboard.press("Space");
  await page.locator("#middle").click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  const radios = await at.steps();
  expect(radios.map(sayOf)).toEqual(["choose checkbox input", "choose radio input", "choose radio input"]);

  await page.locator("#state").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.locator("#level").focus();
  for (let n = 0; n < 5; n++) await page.keyboard.press("ArrowRight");
  const box = (await page.locator("#level").boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  expect(await at.said()).toEqual(["choose select select", "choose range input"]);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 4, box.y + box.height / 2, { steps: 10 });
  await page.mouse.up();
  await page.locator("#tags option").first().click();
  expect(await at.said()).toEqual(["choose range input", "choose select select"]);

  await page.locator("#day").focus();
  await page.keyboard.type("12242025");
  await page.keyboard.press("Backspace");
  const secretName = "canary-name.txt";
  writeFileSync(join(folder, secretName), "x");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("#file").click()]);
  await chooser.setFiles(join(folder, secretName));
  const rest = await at.steps();
  expect(rest.map(sayOf)).toEqual(["choose date input", "choose file input"]);
  expect(JSON.stringify(rest)).not.toContain("canary");

  // A script's own click, however trusted its change is, is nobody's choice.
  await page.locator("#ticker").click();
  expect(await at.said()).toEqual(["click button"]);
  for (const mode of ["open", "closed"] as const) {
    await at.clicksInside(mode, ".box");
    expect(await at.steps(), mode).toMatchObject([
      { kind: "choose", control: "checkbox", target: { role: "checkbox", state: [] } },
    ]);
  }
});

test("a form that is really sent: by a press, by Enter, in a dialog and a shadow root, not by a script", async ({
  at,
  person,
}) => {
  const { page } = at;
  const desk = page.url();
  await at.types("#quick-text", "ab");
  await page.keyboard.press("Enter");
  expect(await at.said()).toEqual(["typing keys input", "submit form"]);
  await page.evaluate(() => document.querySelector<HTMLDialogElement>("#ask")!.showModal());
  await page.locator("#yes").click();
  expect(await at.steps()).toMatchObject([{ kind: "click" }, { kind: "submit", effect: "closed" }]);
  for (const mode of ["open", "closed"] as const) {
    await at.clicksInside(mode, "button");
    expect(await at.said(), mode).toEqual(["click button", "submit form"]);
  }
  // A script sends a form by itself, long after the click.
  await page.locator("#sender").click();
  await page.locator("#sender[data-sent]").waitFor();
  // Invalid: the name is required.
  await page.locator("#send").click();
  expect(await at.said()).toEqual(["click button", "click button"]);
  await page.locator("#pin").click();
  await page.keyboard.type("1234");
  await page.keyboard.press("Enter");
  expect(await at.said()).toEqual([]);
  const loads = async () => (await person.steps()).filter(({ kind }) => kind === "navigate").length;
  const before = await loads();
  await at.types("#name", "x");
  await page.keyboard.press("Enter");
  await expect.poll(loads).toBe(before + 1);
  await page.goto(desk);
  expect(await at.said()).toEqual(["typing keys input", "submit form", "navigate", "navigate"]);
});
