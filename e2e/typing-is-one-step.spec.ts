// A text that comes into a field, whatever the field and however it comes, is one step that holds none of it.
import { expect } from "@playwright/test";
import { sayOf, test } from "./form-desk.ts";

test("typing: every kind of field and every way a text comes", async ({ at }) => {
  test.setTimeout(120_000);
  const { page } = at;

  await at.types("#name", "abc 1");
  const [plain] = await at.steps();
  expect(plain).toMatchObject({ kind: "typing", by: ["keys"], length: 5, corrections: 0, effect: "changed" });
  expect((plain!.keys as [string][]).map(([c]) => c)).toEqual(["text", "text", "text", "space", "digit"]);

  await at.types("#notes", "one\ntwo");
  await page.keyboard.press("Control+Backspace");
  expect(await at.said()).toEqual(["typing keys textarea"]);

  await at.types("#mask", "12a");
  expect(await at.said()).toEqual(["typing keys input"]);

  await at.types("#remade input", "abcd");
  const remade = await at.steps();
  expect(remade.map(sayOf)).toEqual(["typing keys input"]);
  expect(remade[0]).toMatchObject({ length: 4 });
  expect(remade[0]!.keys).toHaveLength(4);

  for (const [selector, text] of [
    ["#rich", "ab"],
    ["#own", "cd"],
    ["#context", "ef"],
  ] as const) {
    await at.types(selector, text);
    const steps = await at.steps();
    expect(steps.map(sayOf), selector).toEqual(["typing keys div"]);
    expect(steps[0], selector).toMatchObject({ length: 2 });
  }

  const frame = (await page.locator("#designed").boundingBox())!;
  await page.mouse.click(frame.x + 40, frame.y + 20);
  await page.keyboard.type("gh");
  expect(await at.said()).toEqual(["typing keys body"]);

  await at.types("x-open .in", "ij");
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
  await at.types("#name", "x");
  await at.types("#notes", "y");
  expect(await at.said()).toEqual(["typing keys input", "typing keys textarea"]);
});

test("an input method's run is one, text without keys has none", async ({ at }) => {
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
