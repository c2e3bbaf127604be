import type { Coming, Driver, Place } from "../driver.ts";
import type { Query } from "../page/spot.ts";
import { describe } from "./click.ts";

/** Moves over what opens something, one after the other, and clicks what was opened. Each opener is a step. */
export async function clickAfterHover(
  driver: Driver,
  openers: readonly Place[],
  query: Query,
): Promise<void> {
  const { hand } = driver.tab;
  await driver.rest();
  await driver.settle();
  const last = openers.at(-1)!;
  const hovers = openers.map((of) => ({ kind: "hover", of }));
  const opened: { place?: Place } = {};
  const way: Coming = { kind: "pointer" };
  const coming: Coming = { kind: "click", measures: { button: "main", count: 1 } };
  const steps = [...hovers, way, coming];
  await driver.act(`hovered ${describe(last)} and clicked ${query.css}`, steps, async () => {
    for (const opener of openers) {
      const { x, y, height } = (await opener.door.evaluate((id) => ground.spot(id), opener.spot.id)).box;
      await hand.move({ x: x + 20, y: y + Math.min(height / 2, 10) }, 4);
      await driver.settle();
    }
    opened.place = await driver.find(query, last.door);
    way.of = opened.place;
    coming.of = opened.place;
    await driver.reach(opened.place);
    await driver.press();
  });
}
