import type { Driver, Place } from "../driver.ts";
import { describe } from "./click.ts";

const turns = { down: [0, 60], up: [0, -60], right: [60, 0], left: [-60, 0] } as const;

/** Turns the wheel a few times over an element: one burst. `over` is where the mouse is when that is not the scroller. */
export async function scroll(
  driver: Driver,
  scroller: Place,
  direction: keyof typeof turns,
  over: Place = scroller,
): Promise<void> {
  const corner = await over.door.corner();
  const { x, y, width, height } = over.spot.box;
  await driver.tab.hand.move({ x: corner.x + x + width / 2, y: corner.y + y + height / 2 });
  const coming = { kind: "scroll", of: scroller, measures: { direction } };
  await driver.act(`scrolled ${direction} in ${describe(scroller)}`, [coming], async () => {
    const [x, y] = turns[direction];
    for (let each = 0; each < 3; each++) await driver.tab.hand.wheel(x, y);
  });
}
