// A tab of a stock Firefox, driven over WebDriver BiDi.
import { setTimeout as after } from "node:timers/promises";
import type { Browser, Page } from "puppeteer-core";
import { firefoxDoor, isGone } from "./firefox-door.ts";
import { firefoxHand } from "./firefox-hand.ts";
import { contextOf, type Wire, wireOf } from "./firefox-wire.ts";
import type { Door, Move, Tab } from "./tab.ts";

/** What a person does and its driver cannot, by kind. */
export const notDriven = [
  [
    "choose",
    "an option in the opened list of a select, a day in the picker, a colour: windows of the browser",
  ],
  ["drag", "the browser's own drag and drop: it begins, and the driver never ends it"],
  ["shortcut", "keys that the browser keeps to itself"],
  ["clipboard", "by the browser's menus"],
  ["switch", "to another window or program"],
] as const;

/** As large as the driver takes a tab to be. */
const viewport = { width: 1280, height: 900 };

/** Hears the browser's own word on each change of the top document's address. */
function listenToMoves(wire: Wire, page: Page, signal: AbortSignal): () => Promise<Move[]> {
  const context = contextOf(page.mainFrame());
  let moves: Move[] = [];
  let address = page.url();
  // A query that is replaced is no new page.
  const place = (text: string) => `${new URL(text).pathname}${new URL(text).hash}`;
  const soft = (url: string, at: number) => {
    if (place(url) !== place(address)) moves.push({ how: "soft", at });
    address = url;
  };
  const on = (event: string, heard: (url: string, at: number) => void) =>
    wire.on(
      `browsingContext.${event}`,
      (told) => {
        if (told.context === context && told.url) heard(told.url, told.timestamp ?? Date.now());
      },
      signal,
    );
  on("navigationCommitted", (url, at) => {
    address = url;
    moves.push({ how: "full", at });
  });
  on("fragmentNavigated", soft);
  on("historyUpdated", soft);
  const top = firefoxDoor(wire, page.mainFrame());
  return async () => {
    try {
      // It tells nothing of a way back to an address without a fragment.
      soft(await top.evaluate(() => location.href, undefined), Date.now());
    } catch (error) {
      // The document went away under the question: that move is told of.
      if (!isGone(error)) throw error;
    }
    const told = moves;
    moves = [];
    return told;
  };
}

/** Waits until a tab shows a page of its own, and all of it: it begins with an empty one. */
async function loaded(top: Door, seconds = 20): Promise<void> {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await after(50)) {
    try {
      const isThere = () => document.readyState === "complete" && location.protocol.startsWith("http");
      if (await top.evaluate(isThere, undefined)) return;
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
  throw new Error(`A tab did not load within ${seconds} s.`);
}

/** The page of a tab that an act opens. */
async function openedBy(browser: Browser, act: () => Promise<void>): Promise<Page> {
  const before = new Set(await browser.pages());
  const opened = browser.waitForTarget(async (target) => {
    const page = target.type() === "page" ? await target.page() : null;
    return page !== null && !before.has(page);
  });
  await Promise.all([opened, act()]);
  const page = await (await opened).page();
  if (!page) throw new Error("A tab that was opened has no page.");
  await loaded(firefoxDoor(wireOf(browser), page.mainFrame()));
  return page;
}

export async function firefoxTab(browser: Browser, page: Page): Promise<Tab> {
  const wire = wireOf(browser);
  const closed = new AbortController();
  const context = contextOf(page.mainFrame());
  await page.setViewport(viewport);
  const told = listenToMoves(wire, page, closed.signal);
  // A page that asks before it is left is left; what else it asks is answered with no.
  page.on("dialog", (dialog) => void (dialog.type() === "beforeunload" ? dialog.accept() : dialog.dismiss()));
  const traverse = async (delta: number) =>
    void (await wire.send("browsingContext.traverseHistory", { context, delta }));
  return {
    lacks: { lists: true, nativeDrags: true },
    hides: true,
    top: firefoxDoor(wire, page.mainFrame()),
    moves: told,
    doors: () => page.frames().map((frame) => firefoxDoor(wire, frame)),
    hand: firefoxHand(wire, context),
    goto: async (url) =>
      void (await wire.send("browsingContext.navigate", { context, url, wait: "complete" })),
    reload: async () => void (await wire.send("browsingContext.reload", { context, wait: "complete" })),
    back: () => traverse(-1),
    forward: () => traverse(1),
    front: () => page.bringToFront(),
    picks: async (file) => {
      void page.waitForFileChooser().then((chooser) => chooser.accept([file]));
    },
    opened: async (act) => firefoxTab(browser, await openedBy(browser, act)),
    close: async () => {
      closed.abort();
      await page.close();
    },
  };
}
