// Copying, pasting and commands are steps of their own and never typing; plain letters and secrets give none.
import { expect } from "@playwright/test";
import { sayOf, test } from "./form-desk.ts";

test("the clipboard is one step, undo is a command, and neither is typing", async ({ at }) => {
  const { page } = at;
  await at.types("#name", "abc");
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
  at,
}) => {
  const { page } = at;
  await page.locator("#text").click();
  for (const keys of ["Control+s", "Control+f", "Control+j", "g", "?", "/", "Escape", "Delete", "Alt+q"])
    await page.keyboard.press(keys);
  const names = ["save", "find", "help", "search", "cancel", "delete", "other"];
  expect(await at.said()).toEqual(["click p", ...names.map((name) => `shortcut ${name} body`)]);
  await at.types("#rich", "a");
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
