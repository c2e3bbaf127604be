// The state on the toolbar, tab by tab: badge, icon and title, from the same answer as the popup's line of truth.
import { readDoorway } from "../consent/doorway.ts";
import { type Facts, type TabState, tabState } from "../consent/tab-state.ts";
import { readDiskFull } from "../diagnostics/disk-full.ts";
import { browser } from "../platform/browser.ts";
import { t } from "../platform/words.ts";
import type { Database } from "../store/database.ts";

interface Look {
  badge: string;
  title: string;
  color: string;
  /** The mark in colour says that this tab is recorded. */
  records: boolean;
}

const [green, red, grey] = ["#1f5f4d", "#96301e", "#5b6168"];
const nothing = { color: grey, records: false };

/** How a state looks. Pure. */
export function lookOf(state: TabState): Look {
  switch (state.is) {
    case "here": {
      const title = t("toolbar.recording", state.tool.alias);
      return { badge: t("toolbar.badgeOn"), title, color: green, records: true };
    }
    case "paused":
      return { ...nothing, badge: "II", title: t("toolbar.paused") };
    case "off-scope":
      return { ...nothing, badge: "", title: t("toolbar.offScope") };
    case "not-agreed":
      return { ...nothing, badge: "", title: t("toolbar.notAgreed") };
    case "held":
      return { ...nothing, badge: t("toolbar.badgeHeld"), title: t("toolbar.held") };
    case "held-here": {
      const title = state.why === "path" ? t("toolbar.leftOut") : t("toolbar.held");
      return { ...nothing, badge: t("toolbar.badgeHeld"), title };
    }
    case "waiting":
      return { ...nothing, badge: "…", title: t("toolbar.waiting") };
    case "stopped":
      return { ...nothing, badge: t("toolbar.badgeStopped"), title: t("toolbar.stopped"), color: red };
    case "disk-full":
      return { ...nothing, badge: t("toolbar.badgeFull"), title: t("toolbar.full"), color: red };
  }
}

/** Without a tab: what every tab shows that has nothing of its own. */
async function paint(state: TabState, tab?: number): Promise<void> {
  const { badge, title, color, records } = lookOf(state);
  const where = tab === undefined ? {} : { tabId: tab };
  const folder = records ? "icon" : "quiet-icon";
  await Promise.all([
    browser.action.setBadgeText({ ...where, text: badge }),
    browser.action.setBadgeBackgroundColor({ ...where, color }),
    browser.action.setTitle({ ...where, title }),
    browser.action.setIcon({ ...where, path: { 16: `/${folder}/16.png`, 32: `/${folder}/32.png` } }),
  ]);
}

async function readFacts(database: Database): Promise<Facts> {
  const [doorway, full] = await Promise.all([readDoorway(database), readDiskFull()]);
  return { ...doorway, diskFullSince: full?.since ?? null };
}

/** Shows in every tab what is true of it now. The browser tells us the address of a tab only where it granted it. */
export async function showState(database: Database): Promise<void> {
  const [facts, tabs] = await Promise.all([readFacts(database), browser.tabs.query({})]);
  await paint(tabState(facts, undefined));
  // A tab may be gone meanwhile.
  await Promise.allSettled(
    tabs.flatMap(({ id, url }) => (id === undefined || !url ? [] : paint(tabState(facts, url), id))),
  );
}

/** The same for one tab, which the browser forgets of a tab that goes to another page. */
export async function showTab(database: Database, { id, url }: { id?: number; url?: string }): Promise<void> {
  if (id === undefined || !url) return;
  await paint(tabState(await readFacts(database), url), id).catch(() => undefined);
}
