// Changes of page that the person makes in the browser itself.
import { setTimeout as after } from "node:timers/promises";
import { type Driver, type Place, pointing } from "../driver.ts";
import { resting, spans } from "../resting.ts";
import type { Tab } from "../tab.ts";

/** Loads an address: the top document's load is a step, and that of each frame with an address of its own. */
export async function load(driver: Driver, address: string, ready: string): Promise<void> {
  await driver.act(`went to ${new URL(address).pathname}`, [], () => driver.tab.goto(address), "full");
  await waitFor(driver, ready);
}

export async function reload(driver: Driver, ready: string): Promise<void> {
  await driver.act("reloaded", [], () => driver.tab.reload(), "reload");
  await waitFor(driver, ready);
}

/** Waits until something is there, however long it takes up to a bound. */
export async function waitFor(driver: Driver, css: string, seconds = 20): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    await driver.settle();
    const found = await driver.look(css);
    if (!found?.spot.box.width) continue;
    // Many a page draws what it shows first once more: it is there when it is still there after a rest.
    await resting(driver.tab, spans.load);
    if (await found.door.evaluate((id) => ground.element(id).isConnected, found.spot.id)) return;
  }
  throw new Error(`${css} did not come within ${seconds} s.`);
}

/** Waits until it is not there any more. */
export async function waitGone(driver: Driver, css: string, seconds = 20): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    if (!(await driver.look(css))?.spot.box.width) return;
    await driver.settle();
  }
  throw new Error(`${css} did not go within ${seconds} s.`);
}

/** Nobody goes through a tab faster. In milliseconds. */
const away = 1300;

/** Clicks what opens a tab, works in it, and closes it again. The tab's load is a step of its own. */
export async function inNewTab(
  driver: Driver,
  opener: Place,
  work: (inner: Driver) => Promise<void>,
): Promise<void> {
  await driver.reach(opener);
  const inner: { tab?: Tab } = {};
  const click = { kind: "click", of: opener, measures: { button: "main", count: 1 } };
  const arrived = { kind: "navigate", measures: { how: "new-tab" } };
  const steps = [pointing(opener), click, arrived];
  await driver.act("opened a tab", steps, async () => {
    inner.tab = await driver.tab.opened(() => driver.press());
  });
  const tab = inner.tab!;
  await work(driver.in(tab));
  if (driver.tab.hides) {
    // Who is back within a second has not left.
    await after(away);
    const back = { kind: "switch", measures: { to: "tool" } };
    await driver.act("went back to the tab", [back], () => driver.tab.front());
    await after(away);
  }
  await tab.close();
}
