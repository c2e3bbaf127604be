// Scrolls as a person does, by the wheel, and listens to the frames.
import type { Page } from "playwright";

/** Between two frames, in milliseconds; one by one while something is done. */
export async function framesOf(page: Page, does: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const frames: number[] = [];
    const noting = { frames, on: true };
    Object.assign(globalThis, { noting });
    let last = performance.now();
    const next = (time: number) => {
      frames.push(time - last);
      last = time;
      if (noting.on) requestAnimationFrame(next);
    };
    requestAnimationFrame((time) => {
      last = time;
      requestAnimationFrame(next);
    });
  });
  await does();
  return page.evaluate(() => {
    const { noting } = globalThis as unknown as { noting: { frames: number[]; on: boolean } };
    noting.on = false;
    return noting.frames;
  });
}

/** Turns the wheel so many times over the list, each time after a frame. Returns how far the page went, in pixels. */
export async function scrolls(page: Page, turns: number, by: number): Promise<number> {
  const before = await page.evaluate(() => scrollY);
  await page.mouse.move(700, 450);
  for (let turn = 0; turn < turns; turn++) {
    await page.mouse.wheel(0, by);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  return (await page.evaluate(() => scrollY)) - before;
}
