// A tab of a browser that a person sees: shown only while it is in front, which Playwright's tabs pretend always.
import type { Frame, KeyInput, Page } from "puppeteer-core";
import type { Door, Move, Tab } from "./tab.ts";

const notHere = () => Promise.reject(new Error("This tab is only for moves between tabs."));

const doorOf = (frame: Frame): Door => ({
  url: () => frame.url(),
  addressed: () => frame.url(),
  evaluate: (run, arg) => frame.evaluate(run as never, arg as never),
  corner: async () => ({ x: 0, y: 0 }),
});

/** Only the top document's frame is worked in. */
export function puppeteerTab(page: Page): Tab {
  const { mouse, keyboard } = page;
  let moves: Move[] = [];
  page.on("framenavigated", (frame) => {
    if (frame === page.mainFrame()) moves.push({ how: "full", at: Date.now() });
  });
  return {
    top: doorOf(page.mainFrame()),
    doors: () => [doorOf(page.mainFrame())],
    moves: async () => {
      const told = moves;
      moves = [];
      return told;
    },
    hand: {
      move: ({ x, y }, steps = 3) => mouse.move(x, y, { steps }),
      down: (button = "left") => mouse.down({ button }),
      up: (button = "left") => mouse.up({ button }),
      wheel: (deltaX, deltaY) => mouse.wheel({ deltaX, deltaY }),
      press: (key) => keyboard.press(key as KeyInput),
      type: (text) => keyboard.type(text),
    },
    goto: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    back: async () => void (await page.goBack()),
    forward: async () => void (await page.goForward()),
    front: () => page.bringToFront(),
    picks: notHere,
    opened: notHere,
    close: () => page.close(),
  };
}
