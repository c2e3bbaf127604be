// Changes of page that the person makes in the browser itself.
import { type Driver, type Place, pointing } from "../driver.ts";
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
    if (found?.spot.box.width) return;
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
  // The two ends of a move are told apart until the trajectory closes (lib/trajectory/moves.ts).
  const left = driver.tab.hides ? [{ kind: "switch", measures: { to: "elsewhere" } }] : [];
  const back = driver.tab.hides ? [{ kind: "switch", measures: { to: "tool" } }] : [];
  const steps = [pointing(opener), click, arrived, ...left];
  await driver.act("opened a tab", steps, async () => {
    inner.tab = await driver.tab.opened(() => driver.press());
  });
  const tab = inner.tab!;
  await work(driver.in(tab));
  // A tab that is closed while it is seen may tell of its leaving, or be gone before.
  if (driver.tab.hides)
    await driver.act("went back to the tab", [...left, ...back], () => driver.tab.front());
  await tab.close();
}
