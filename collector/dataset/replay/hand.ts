// The hand of a replay: real mouse and keys of the browser, at the points where an element can be reached.
import type { ElementHandle, Page } from "playwright";
import { NotReached } from "./outcome.ts";
import type { Point } from "./page-points.ts";

/** Events on the way: some pages begin a drag only after a few. */
const moves = 8;

type Handle = ElementHandle<Element>;
interface Press {
  button?: "left" | "middle" | "right";
  clickCount?: number;
}

export class Hand {
  readonly page: Page;
  /** Where something was dropped, by the place of the element. */
  readonly #dropped = new Map<string, Point[]>();

  constructor(page: Page) {
    this.page = page;
  }

  /** From a point of the element's box to one of the page, whatever frame it is in. */
  async #inPage(handle: Handle, point: Point | null): Promise<Point> {
    const box = await handle.boundingBox();
    if (!point || !box) throw new NotReached("something lies over it, or it is not shown");
    return { x: box.x + point.x, y: box.y + point.y };
  }

  async pointOf(handle: Handle): Promise<Point> {
    return this.#inPage(handle, await handle.evaluate((element) => tooltrailReplay.pressPoint(element)));
  }

  async moves(handle: Handle): Promise<void> {
    const { x, y } = await this.pointOf(handle);
    await this.page.mouse.move(x, y, { steps: 3 });
  }

  async presses(handle: Handle, press: Press = {}): Promise<void> {
    const { x, y } = await this.pointOf(handle);
    await this.page.mouse.move(x, y, { steps: 3 });
    await this.page.mouse.click(x, y, press);
  }

  /** Onto a free place of the other: where in it something was dropped did not leave. */
  async drags(from: Handle, onto: Handle, place: string): Promise<void> {
    const taken = this.#dropped.get(place) ?? [];
    const start = await this.pointOf(from);
    const free = await onto.evaluate((element, taken) => tooltrailReplay.freePoint(element, taken), taken);
    const end = await this.#inPage(onto, free);
    if (free) this.#dropped.set(place, [...taken, free]);
    const { mouse } = this.page;
    await mouse.move(start.x, start.y, { steps: 3 });
    await mouse.down();
    await mouse.move(end.x, end.y, { steps: moves });
    // The last move is told twice: what a page does with the first may move what lies under the pointer.
    await mouse.move(end.x, end.y);
    await mouse.up();
  }

  async keys(combination: string): Promise<void> {
    await this.page.keyboard.press(combination);
  }

  /** Instead of what stands there. */
  async types(handle: Handle, text: string): Promise<void> {
    await this.presses(handle);
    await this.keys("ControlOrMeta+a");
    if (text === "") await this.keys("Delete");
    else await this.page.keyboard.type(text, { delay: 5 });
  }
}
