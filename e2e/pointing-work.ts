// The beginning of the specs about pointing: agreed, the fixture open, a hand on its mouse.
import { expect } from "@playwright/test";
import type { Person } from "./person.ts";
import { Hand } from "./pointing-driver.ts";
import { pointingPage } from "./pointing-page.ts";
import { startSite } from "./site.ts";
import { opens } from "./work.ts";

const kinds = [
  "Clicks",
  "Drags",
  "Menus that open by pointing",
  "Typing rhythm",
  "Choices",
  "Scrolling",
  "Changing pages",
  "Pointer paths",
];

/** Agrees to all that is pointed at, opens the fixture, and sees at the end that nothing was dropped. */
export async function withHand(person: Person, run: (hand: Hand) => Promise<void>): Promise<void> {
  const site = await startSite({ "/": pointingPage, "/done": "<p>done</p>" });
  try {
    await person.agrees(kinds);
    const page = await opens(person, site);
    // The notice's page is another tab: the mouse is here.
    await page.bringToFront();
    await run(new Hand(person, page));
    expect(await person.dropped()).toEqual({});
  } finally {
    await site.close();
  }
}
