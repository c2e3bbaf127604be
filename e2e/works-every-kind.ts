// A person who does every kind of act at the workbench, with nothing but mouse and keyboard.
import { expect, type Page } from "@playwright/test";
import { at, type Spot } from "./workbench.ts";

const click = (page: Page, spot: Spot, options: Parameters<Page["mouse"]["click"]>[2] = {}) =>
  page.mouse.click(...at(spot), options);

async function drags(page: Page, from: Spot, to: Spot): Promise<void> {
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 5 });
  await page.mouse.up();
}

async function types(page: Page, spot: Spot, text: string): Promise<void> {
  await click(page, spot);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

/** Composes a text as an input method does: in parts that stand there before the last one is taken. */
async function composes(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const length of [Math.ceil(text.length / 2), text.length])
    await session.send("Input.imeSetComposition", {
      text: text.slice(0, length),
      selectionStart: length,
      selectionEnd: length,
    });
  await session.send("Input.insertText", { text });
  await session.detach();
}

/** A few kinds: a click, typing, a choice, scrolling, and at last the other button. */
export async function worksBriefly(page: Page, word: () => string): Promise<void> {
  await click(page, "press");
  await types(page, "field", word());
  await click(page, "check");
  await scrolls(page);
  await endsWithContext(page);
}

async function endsWithContext(page: Page): Promise<void> {
  await click(page, "press", { button: "right" });
  await page.keyboard.press("Escape");
}

/** What is typed, composed, cut and pasted is `word()`, each time another one. */
export async function worksEveryKind(page: Page, word: () => string): Promise<void> {
  // Click, context, auxiliary and double, with the pointer's way to it.
  await page.mouse.move(300, 400);
  await page.mouse.move(...at("press"), { steps: 8 });
  await click(page, "press");
  await click(page, "picture", { clickCount: 2 });
  await click(page, "slot", { button: "middle" });
  await click(page, "opens");
  await click(page, "more");
  await types(page, "field", word());
  await types(page, "rich", word());
  await types(page, "wish", word());
  await page.keyboard.press("Enter");
  await click(page, "send");
  await click(page, "area");
  await composes(page, word());
  // What is typed here is a part of the names beside it.
  await types(page, "amount", word());
  await click(page, "both");
  await types(page, "note", word());
  await click(page, "card");
  await click(page, "area");
  // Clipboard: copied, cut and pasted, from one field into another.
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+c");
  await page.keyboard.press("ControlOrMeta+x");
  await page.keyboard.press("ControlOrMeta+v");
  await click(page, "rich");
  await page.keyboard.press("ControlOrMeta+v");
  for (const command of ["ControlOrMeta+z", "ControlOrMeta+s", "Escape"]) await page.keyboard.press(command);
  await click(page, "check");
  await chooses(page);
  await click(page, "range");
  await drags(page, "lift", "lay");
  await drags(page, "handle", "slot");
  // Pointing opens the menu, and what it opened is used.
  await page.mouse.move(...at("menu"), { steps: 3 });
  await page.mouse.move(...at("item"), { steps: 3 });
  await click(page, "item");
  await scrolls(page);
  await click(page, "soft");
  await click(page, "part");
  await endsWithContext(page);
}

/** Turns the wheel, and waits until the page has scrolled: looked at from a world of our own. */
async function scrolls(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId } = await session.send("Page.createIsolatedWorld", {
    frameId: frameTree.frame.id,
  });
  const expression = `Document.prototype.elementsFromPoint.call(document, ${at("scroller")})
    .reduce((sum, { scrollTop }) => sum + scrollTop, 0)`;
  const scrolled = async (): Promise<number> =>
    (await session.send("Runtime.evaluate", { contextId: executionContextId, expression })).result.value;
  const before = await scrolled();
  await page.mouse.move(...at("scroller"));
  await page.mouse.wheel(0, 200);
  await expect.poll(scrolled, { intervals: [20] }).toBeGreaterThan(before);
  await session.detach();
}

/** By keys: a list that opens is drawn by the system, out of the page. */
async function chooses(page: Page): Promise<void> {
  await click(page, "radio");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.type("01022026");
}
