// A tab of Chromium, through Playwright's mouse and keyboard only: its shortcuts (fill, check, selectOption) send
// events that no person makes.
import type { Frame, Page } from "playwright";
import type { Door, Move, Point, Tab } from "./tab.ts";

const addressed = (frame: Frame): string => {
  const parent = frame.parentFrame();
  return /^http/.test(frame.url()) || !parent ? frame.url() : addressed(parent);
};

const doorOf = (frame: Frame): Door => ({
  url: () => frame.url(),
  addressed: () => addressed(frame),
  // Playwright's types want serialisable arguments spelt out; ours are JSON everywhere.
  evaluate: (run, arg) => frame.evaluate(run as never, arg as never),
  corner: () => cornerOf(frame),
});

async function cornerOf(frame: Frame): Promise<Point> {
  if (!frame.parentFrame()) return { x: 0, y: 0 };
  const owner = await frame.frameElement();
  const box = await owner.boundingBox();
  if (!box) throw new Error("A frame that is not shown has no corner.");
  const { left, top } = await owner.evaluate((element) => ({
    left: (element as HTMLElement).clientLeft,
    top: (element as HTMLElement).clientTop,
  }));
  return { x: box.x + left, y: box.y + top };
}

/** Listens to the browser's own word on each change of the top document's address. */
async function listenToMoves(page: Page): Promise<() => Move[]> {
  let moves: Move[] = [];
  let address = page.url();
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  session.on("Page.frameNavigated", ({ frame }) => {
    if (frame.id !== frameTree.frame.id) return;
    address = frame.url + (frame.urlFragment ?? "");
    moves.push({ how: "full", at: Date.now() });
  });
  session.on("Page.navigatedWithinDocument", ({ frameId, url }) => {
    if (frameId !== frameTree.frame.id) return;
    // A query that is replaced is no new page.
    const place = (text: string) => `${new URL(text).pathname}${new URL(text).hash}`;
    if (place(url) !== place(address)) moves.push({ how: "soft", at: Date.now() });
    address = url;
  });
  await session.send("Page.enable");
  return () => {
    const told = moves;
    moves = [];
    return told;
  };
}

export async function chromiumTab(page: Page): Promise<Tab> {
  const told = await listenToMoves(page);
  const { mouse, keyboard } = page;
  const opened: Move[] = [];
  let isExpected = false;
  // A tab that nobody expected stays behind, loaded, until this one is closed.
  page.on("popup", (tab) => {
    if (isExpected) return;
    page.once("close", () => void tab.close().catch(() => undefined));
    const at = Date.now();
    void tab.waitForLoadState().then(
      () => opened.push({ how: "new-tab", at: at + 300, address: tab.url() }),
      () => undefined,
    );
  });
  // A page that asks before it is left is left; what else it asks is answered with no.
  page.on("dialog", (dialog) => void (dialog.type() === "beforeunload" ? dialog.accept() : dialog.dismiss()));
  return {
    top: doorOf(page.mainFrame()),
    moves: async () => [...told(), ...opened.splice(0)],
    doors: () => page.frames().map(doorOf),
    hand: {
      move: ({ x, y }, steps = 3) => mouse.move(x, y, { steps }),
      down: (button = "left", clickCount = 1) => mouse.down({ button, clickCount }),
      up: (button = "left", clickCount = 1) => mouse.up({ button, clickCount }),
      wheel: (x, y) => mouse.wheel(x, y),
      press: (key) => keyboard.press(key),
      type: (text) => keyboard.type(text, { delay: 4 }),
    },
    goto: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    back: async () => void (await page.goBack()),
    forward: async () => void (await page.goForward()),
    front: () => page.bringToFront(),
    picks: async (file) => {
      page.once("filechooser", (chooser) => void chooser.setFiles(file));
    },
    opened: async (act) => {
      isExpected = true;
      const [tab] = await Promise.all([page.context().waitForEvent("page"), act()]);
      isExpected = false;
      await tab.waitForLoadState();
      return chromiumTab(tab);
    },
    close: () => page.close(),
  };
}
