// The state on the toolbar: a badge and a title, true for every tab without a tab of its own.
import { agreedTools, type Doorway, isPaused } from "../consent/gate.ts";
import { readDiskFull } from "../diagnostics/disk-full.ts";
import { browser } from "../platform/browser.ts";
import { t } from "../platform/words.ts";

/** Shows in one word whether anything can be recorded right now. */
export async function showState(doorway: Doorway): Promise<void> {
  const full = (await readDiskFull()) !== null;
  const [text, title] =
    doorway.consent.answer !== "agreed"
      ? ["", t("toolbar.notAgreed")]
      : full
        ? [t("toolbar.badgeFull"), t("toolbar.full")]
        : isPaused(doorway.pause, doorway.now)
          ? ["II", t("toolbar.paused")]
          : agreedTools(doorway).length === 0
            ? ["", t("toolbar.noTool")]
            : [t("toolbar.badgeOn"), t("toolbar.recording")];
  await browser.action.setBadgeText({ text });
  await browser.action.setBadgeBackgroundColor({ color: full ? "#96301e" : "#1f5f4d" });
  await browser.action.setTitle({ title });
}
