// The state on the toolbar, tab by tab: badge, icon and title, from the same answer as the popup's line of truth.
import { readDoorway } from "../consent/doorway.ts";
import { agreedTools } from "../consent/gate.ts";
import { type Facts, type TabState, tabState } from "../consent/tab-state.ts";
import { readDiskFull } from "../diagnostics/disk-full.ts";
import { colorOf } from "../mark/colors.ts";
import type { Drawing } from "../mark/in-page.ts";
import { drawingOf, readMarkWanted, showMark } from "../mark/show-mark.ts";
import { signOf } from "../mark/sign-of.ts";
import { type Action, browser } from "../platform/browser.ts";
import { t } from "../platform/words.ts";
import { matches } from "../scope/pattern.ts";
import { forgetTab, readToolsInside, watchToolsInside } from "../scope/tools-inside.ts";
import type { Database } from "../store/database.ts";

interface Look {
  badge: string;
  title: string;
}

/** How a state is said; its sign says the same. Pure. */
export function lookOf(state: TabState): Look {
  switch (state.is) {
    case "here":
      return { badge: t("toolbar.badgeOn"), title: t("toolbar.recording", state.tool.alias) };
    case "part-here":
      return { badge: t("toolbar.badgeOn"), title: t("toolbar.recordingPart", state.tool.alias) };
    case "paused":
      return { badge: "II", title: t("toolbar.paused") };
    case "off-scope":
      return { badge: "", title: t("toolbar.offScope") };
    case "not-agreed":
      return { badge: "", title: t("toolbar.notAgreed") };
    case "held":
      return { badge: t("toolbar.badgeHeld"), title: t("toolbar.held") };
    case "held-here": {
      const title = state.why === "path" ? t("toolbar.leftOut") : t("toolbar.held");
      return { badge: t("toolbar.badgeHeld"), title };
    }
    case "waiting":
      return { badge: "…", title: t("toolbar.waiting") };
    case "stopped":
      return { badge: t("toolbar.badgeStopped"), title: t("toolbar.stopped") };
    case "disk-full":
      return { badge: t("toolbar.badgeFull"), title: t("toolbar.full") };
  }
}

/** Without a tab: what every tab shows that has nothing of its own. */
async function paint(state: TabState, tab?: number): Promise<void> {
  const { badge, title } = lookOf(state);
  const sign = signOf(state);
  const where = tab === undefined ? {} : { tabId: tab };
  drawIcon({ ...where, path: { 16: `/icon/${sign}-16.png`, 32: `/icon/${sign}-32.png` } });
  await Promise.all([
    browser.action.setBadgeText({ ...where, text: badge }),
    browser.action.setBadgeBackgroundColor({ ...where, color: colorOf[sign] }),
    browser.action.setTitle({ ...where, title }),
  ]);
}

let drawn: Promise<unknown> = Promise.resolve();
/** Milliseconds after which the next picture waits no longer for one that does not come. */
const patience = 1000;

/**
 * One after the other as well, and waited for by no page: Chromium fetches and decodes the picture in the worker, and
 * recording begins when badge and title are there.
 */
function drawIcon(icon: Action.SetIconDetailsType): void {
  drawn = drawn.then(() => {
    const late = new Promise((done) => setTimeout(done, patience));
    return Promise.race([browser.action.setIcon(icon).catch(() => undefined), late]);
  });
}

async function readFacts(database: Database): Promise<Facts> {
  const [doorway, full] = await Promise.all([readDoorway(database), readDiskFull()]);
  return { ...doorway, diskFullSince: full?.since ?? null };
}

let painting: Promise<void> = Promise.resolve();

/** One after the other: what was read before a change is never painted over what was read after it. */
function inTurn(show: () => Promise<void>): Promise<void> {
  const shown = painting.then(show);
  painting = shown.catch(() => undefined);
  return shown;
}

/** Shows in every tab what is true of it now. The browser tells us the address of a tab only where it granted it. */
export const showState = (database: Database): Promise<void> =>
  inTurn(async () => {
    const [facts, tabs] = await Promise.all([readFacts(database), browser.tabs.query({})]);
    await Promise.all([
      paint(tabState(facts, { address: undefined, inside: [] })),
      ...tabs.map((tab) => paintTab(facts, tab)),
    ]);
    await showMarks(database, facts, tabs);
  });

/** What every tab shows is enough for one of no known address that holds nothing of ours. */
async function paintTab(facts: Facts, { id, url: address }: Tab): Promise<void> {
  if (id === undefined) return;
  const inside = await readToolsInside(id);
  if (!address && !inside) return;
  // A tab may be gone meanwhile.
  await paint(tabState(facts, { address, inside: inside ?? [] }), id).catch(() => undefined);
  if (inside) await (inside.length > 0 ? watchToolsInside(id) : forgetTab(id));
}

/** Tabs whose turn has not come: with their newest address. */
const next = new Map<number, { tab: Tab; shown: Promise<void> }>();

/**
 * The same for one tab, which the browser forgets of a tab that goes to another page. A page that changes its address
 * a hundred times a second waits for one turn, as does everybody behind it.
 */
export function showTab(database: Database, tab: Tab): Promise<void> {
  const { id } = tab;
  if (id === undefined) return Promise.resolve();
  const waiting = next.get(id);
  if (waiting) {
    waiting.tab = tab;
    return waiting.shown;
  }
  const mine = { tab, shown: Promise.resolve() };
  next.set(id, mine);
  mine.shown = inTurn(async () => {
    next.delete(id);
    const facts = await readFacts(database);
    await paintTab(facts, mine.tab);
    await showMarks(database, facts, [mine.tab]);
  });
  return mine.shown;
}

/** After a tab may have gone to another page. Of one of no known address we know at most what frames it had. */
export async function followTab(database: Database, tab: Tab): Promise<void> {
  if (tab.url) await showTab(database, tab);
  else if (tab.id !== undefined) await watchToolsInside(tab.id);
}

/** The person wants the mark no longer: it goes from every page, and nothing more is put into any. */
export const takeMarks = (database: Database): Promise<void> =>
  inTurn(async () => markTabs(await readFacts(database), await browser.tabs.query({}), () => null));

type Tab = { id?: number | undefined; url?: string | undefined };

async function showMarks(database: Database, facts: Facts, tabs: readonly Tab[]): Promise<void> {
  if (await readMarkWanted(database))
    markTabs(facts, tabs, (url) => drawingOf(tabState(facts, { address: url, inside: [] })));
}

/**
 * Only in tabs of agreed tools: elsewhere no code of ours may be, and marks went when pages were told to stop. Not
 * waited for: a page that does not answer holds up no badge.
 */
function markTabs(facts: Facts, tabs: readonly Tab[], drawing: (url: string) => Drawing | null): void {
  const tools = agreedTools(facts);
  for (const { id, url } of tabs)
    if (id !== undefined && url && tools.some(({ pattern }) => matches(pattern, url)))
      void showMark(id, drawing(url));
}
