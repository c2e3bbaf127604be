// The state on the toolbar: a badge and a title, true for every tab without a tab of its own.
import { agreedTools, type Doorway, isPaused } from "../consent/gate.ts";
import { readDiskFull } from "../diagnostics/disk-full.ts";
import { browser } from "../platform/browser.ts";

/** Shows in one word whether anything can be recorded right now. */
export async function showState(doorway: Doorway): Promise<void> {
  const full = (await readDiskFull()) !== null;
  const [text, title] =
    doorway.consent.answer !== "agreed"
      ? ["", "Tooltrail: nothing is recorded, you have not agreed"]
      : full
        ? ["full", "Tooltrail: stopped, the disk space is used up"]
        : isPaused(doorway.pause, doorway.now)
          ? ["II", "Tooltrail: paused, nothing is recorded"]
          : agreedTools(doorway).length === 0
            ? ["", "Tooltrail: no tool is listed, nothing is recorded"]
            : ["on", "Tooltrail: records in your listed tools"];
  await browser.action.setBadgeText({ text });
  await browser.action.setBadgeBackgroundColor({ color: full ? "#96301e" : "#1f5f4d" });
  await browser.action.setTitle({ title });
}
