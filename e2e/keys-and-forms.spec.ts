// Typing, commands, choices, forms and the clipboard by trusted input: one step for what a person would call one act.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Desk, desk, sayOf } from "./keys-and-forms.ts";
import type { Person } from "./person.ts";
import { type Site, startSite } from "./site.ts";
import { storesMore } from "./work.ts";

const kinds = [
  "Clicks",
  "Typing rhythm",
  "Keyboard commands",
  "Choices",
  "Sending forms",
  "Copy and paste",
  "Changing pages",
];

let site: Site;
test.beforeEach(async () => {
  site = await startSite(desk);
});
test.afterEach(() => site.close());

async function opens(person: Person): Promise<Desk> {
  await person.agrees(kinds);
  await person.adds(site.url);
  const page = await person.context.newPage();
  await page.goto(`${site.url}desk`);
  await storesMore(person, 0);
  const at = new Desk(page, person);
  expect(await at.said()).toEqual(["navigate"]);
  return at;
}

const types = async (page: Page, selector: string, text: string) => {
  await page.locator(selector).click();
  await page.keyboard.type(text, { delay: 15 });
};

test("typing: every kind of field and every way a text comes", async ({ person }) => {
  test.setTimeout(120_000);
  const at = await opens(person);
  const { page } = at;

  await types(page, "#name", "abc 1");
  const [plain] = await at.steps();
  expect(plain).toMatchObject({ kind: "typing", by: ["keys"], length: 5, corrections: 0, effect: "changed" });
  expect((plain!.keys as [string][]).map(([c]) => c)).toEqual(["text", "text", "text", "space", "digit"]);

  await types(page, "#notes", "one\ntwo");
  await page.keyboard.press("Control+Backspace");
  expect(await at.said()).toEqual(["typing keys textarea"]);

  await types(page, "#mask", "12a");
  expect(await at.said()).toEqual(["typing keys input"]);

  await types(page, "#remade input", "abcd");
  const remade = await at.steps();
  expect(remade.map(sayOf)).toEqual(["typing keys input"]);
  expect(remade[0]).toMatchObject({ length: 4 });
  expect(remade[0]!.keys).toHaveLength(4);

  for (const [selector, text] of [
    ["#rich", "ab"],
    ["#own", "cd"],
    ["#context", "ef"],
  ] as const) {
    await types(page, selector, text);
    const steps = await at.steps();
    expect(steps.map(sayOf), selector).toEqual(["typing keys div"]);
    expect(steps[0], selector).toMatchObject({ length: 2 });
  }

  const frame = (await page.locator("#designed").boundingBox())!;
  await page.mouse.click(frame.x + 40, frame.y + 20);
  await page.keyboard.type("gh");
  expect(await at.said()).toEqual(["typing keys body"]);

  await types(page, "x-open .in", "ij");
  expect((await at.steps()).map(({ target }) => target?.path.at(-1)?.tag)).toEqual(["input"]);
  await at.clicksInside("closed", ".in");
  await page.keyboard.type("kl");
  const [inside] = await at.steps();
  expect(inside).toMatchObject({ kind: "typing", length: 2 });
  expect(
    inside!.target?.path.some((link) => (link as { boundary?: string }).boundary === "shadow-closed"),
  ).toBe(true);

  await page.locator("#count").click();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  expect(await at.said()).toEqual(["typing other input"]);

  // Two words with a pause between are two steps, one field left and another entered too.
  await types(page, "#name", "x");
  await types(page, "#notes", "y");
  expect(await at.said()).toEqual(["typing keys input", "typing keys textarea"]);
});

test("an input method's run is one, text without keys has none", async ({ person }) => {
  const at = await opens(person);
  const { page } = at;
  const input = await page.context().newCDPSession(page);
  await page.locator("#rich").click();
  for (const text of ["に", "にほ", "日本"])
    await input.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await input.send("Input.insertText", { text: "日本" });
  const composed = await at.steps();
  expect(composed.map(sayOf)).toEqual(["typing composition div"]);
  expect(composed[0]).toMatchObject({ keys: [], length: 2 });

  await page.locator("#notes").click();
  await page.keyboard.insertText("said aloud");
  const spoken = await at.steps();
  expect(spoken.map(sayOf)).toEqual(["typing other textarea"]);
  expect(spoken[0]).toMatchObject({ keys: [], length: 10 });
  expect(JSON.stringify([...composed, ...spoken])).not.toMatch(/日本|aloud/);
});

test("the clipboard is one step, undo is a command, and neither is typing", async ({ person }) => {
  const at = await opens(person);
  const { page } = at;
  await types(page, "#name", "abc");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  await page.locator("#notes").click();
  await page.keyboard.press("Control+v");
  expect(await at.said()).toEqual([
    "typing keys input",
    "shortcut select-all input",
    "clipboard copied input",
    "click textarea",
    "clipboard pasted textarea",
  ]);
  await page.locator("#notes").focus();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+Shift+z");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+x");
  expect(await at.said()).toEqual([
    "shortcut undo textarea",
    "shortcut redo textarea",
    "shortcut select-all textarea",
    "clipboard cut textarea",
  ]);
  // Nothing selected, a page's own button, a secret.
  await page.locator("#name").click();
  await page.keyboard.press("End");
  await page.keyboard.press("Control+c");
  await page.locator("#copier").click();
  await page.locator("#pin").click();
  await page.keyboard.press("Control+v");
  await page.keyboard.press("Control+z");
  expect(await at.said()).toEqual(["click input", "click button"]);
  await page.locator("#text").selectText();
  await page.keyboard.press("Control+c");
  expect(await at.said()).toEqual(["clipboard copied p"]);
});

test("commands by name, others only as other; the browser's own and plain letters are none", async ({
  person,
}) => {
  const at = await opens(person);
  const { page } = at;
  await page.locator("#text").click();
  for (const keys of ["Control+s", "Control+f", "Control+j", "g", "?", "/", "Escape", "Delete", "Alt+q"])
    await page.keyboard.press(keys);
  const names = ["save", "find", "help", "search", "cancel", "delete", "other"];
  expect(await at.said()).toEqual(["click p", ...names.map((name) => `shortcut ${name} body`)]);
  await types(page, "#rich", "a");
  for (const keys of ["Control+b", "Control+ArrowLeft", "Control+Enter"]) await page.keyboard.press(keys);
  expect(await at.said()).toEqual(["typing keys div", "shortcut bold div", "shortcut submit div"]);

  await page.locator("#tree").focus();
  for (const keys of ["ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(keys);
  const moved = await at.steps();
  expect(moved.map(sayOf)).toEqual(["shortcut next div", "shortcut activate div"]);
  for (const step of moved) expect(step.target?.path.at(-1)).toMatchObject({ nth: 2 });

  await page.locator("#cut").focus();
  await page.keyboard.press("ArrowDown");
  const [inMenu] = await at.steps();
  expect(inMenu).toMatchObject({ kind: "shortcut", command: "next", target: { role: "menuitem" } });
});

test("choices: one step each, the state before, never a value", async ({ person, folder }) => {
  test.setTimeout(120_000);
  const at = await opens(person);
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
  person,
}) => {
  const at = await opens(person);
  const { page } = at;
  await types(page, "#quick-text", "ab");
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
  await types(page, "#name", "x");
  await page.keyboard.press("Enter");
  await expect.poll(loads).toBe(before + 1);
  await page.goto(`${site.url}desk`);
  expect(await at.said()).toEqual(["typing keys input", "submit form", "navigate", "navigate"]);
});
