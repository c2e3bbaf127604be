// The keyboard alone: from one control to the next, as a person goes who sees where the focus is.
import { expect, type Locator, type Page } from "@playwright/test";

interface Stop {
  there: boolean;
  seen: boolean;
}

/** Whether the focus is on the control, and whether a person sees where it is. */
const stopAt = (control: Locator): Promise<Stop> =>
  control.evaluate((wanted) => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return { there: false, seen: true };
    const { top, bottom, left, right } = focused.getBoundingClientRect();
    const inside = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    const ring = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    return { there: focused === wanted, seen: inside && ring };
  });

/** Presses Tab until the control has the focus; at each stop on the way the focus is seen. Fails after `most` stops. */
export async function tabsTo(page: Page, control: Locator, { most = 120, back = false } = {}): Promise<void> {
  await expect(control).toBeVisible();
  for (let stops = 0; stops < most; stops++) {
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    const { there, seen } = await stopAt(control);
    expect(seen, await page.evaluate(() => `the focus is seen on ${document.activeElement?.outerHTML}`)).toBe(
      true,
    );
    if (there) return;
  }
  throw new Error(`${most} stops did not lead to ${control}.`);
}

/** Goes to the control and presses a key on it. */
export async function presses(page: Page, control: Locator, key: "Enter" | "Space"): Promise<void> {
  await tabsTo(page, control);
  await page.keyboard.press(key);
}

export async function writes(page: Page, field: Locator, text: string): Promise<void> {
  await tabsTo(page, field);
  await page.keyboard.type(text);
}
