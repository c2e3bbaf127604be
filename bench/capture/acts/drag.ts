import type { Driver, Place } from "../driver.ts";
import type { Point } from "../tab.ts";
import { describe } from "./click.ts";

const middle = async ({ door, spot }: Place): Promise<Point> => {
  const corner = await door.corner();
  const { x, y, width, height } = spot.box;
  return { x: corner.x + x + width / 2, y: corner.y + y + height / 2 };
};

/** Presses on one element, moves to another and lets go there. */
export async function drag(
  driver: Driver,
  from: Place,
  onto: Place,
  how: "native" | "pointer",
): Promise<void> {
  const { hand, lacks } = driver.tab;
  if (how === "native" && lacks?.nativeDrags)
    return driver.ledger.skip("a drag of the browser's own, which this driver cannot end");
  await driver.reach(from);
  const to = await middle(onto);
  const coming = { kind: "drag", of: from, onto, measures: { how } };
  await driver.act(`dragged ${describe(from)} onto ${describe(onto)}`, [coming], async () => {
    await hand.down();
    await hand.move(to, 12);
    await hand.move({ x: to.x + 2, y: to.y + 1 }, 2);
    await hand.up();
  });
}

/** Presses inside an element and lets it go at a point, where the tool decides what is under it. */
export async function dropAt(driver: Driver, css: string, to: Point): Promise<void> {
  const { hand } = driver.tab;
  const from = await driver.find(css);
  await driver.reach(await driver.find({ css, innermost: true }));
  await from.door.evaluate((id) => ground.mark(ground.element(id)), from.spot.id);
  const coming = { kind: "drag", of: from, measures: { how: "pointer" } };
  await driver.act(`dragged ${describe(from)} to ${to.x},${to.y}`, [coming], async () => {
    await hand.down();
    await hand.move(to, 12);
    await hand.move({ x: to.x + 2, y: to.y + 1 }, 2);
    await hand.up();
  });
}
