// The mark in the page: nothing is put into any page before the person has turned it on.
import type { TabState } from "../consent/tab-state.ts";
import { browser } from "../platform/browser.ts";
import { type Database, readSetting } from "../store/database.ts";
import { write } from "../store/writer.ts";
import { colorOf } from "./colors.ts";
import { type Drawing, markPage, markTag } from "./in-page.ts";
import { shapes } from "./shapes.ts";
import { signOf } from "./sign-of.ts";

/** Whether the person wants it. Without a word it is off. */
export const readMarkWanted = async (database: Database): Promise<boolean> =>
  (await readSetting(database, "mark")) !== undefined;

export const chooseMark = (database: Database, shown: boolean): Promise<void> =>
  write(database, async () => {
    if (shown) await database.settings.put({ key: "mark", shown: true });
    else await database.settings.delete("mark");
  });

/** What the page of a tab shows: only where this tool is recorded, or would be but for this part of it. */
export function drawingOf(state: TabState): Drawing | null {
  if (state.is !== "here" && !(state.is === "held-here" && state.why === "path")) return null;
  const sign = signOf(state);
  return { tag: markTag, ground: colorOf[sign], shapes: shapes[sign] };
}

/** By tab: what is to be seen there, and whether something is on its way to it. */
const wanted = new Map<number, Drawing | null>();
const busy = new Set<number>();

/** Draws or takes away the mark of a tab. A page that answers late gets what holds then, never what held before. */
export async function showMark(tab: number, drawing: Drawing | null): Promise<void> {
  wanted.set(tab, drawing);
  if (busy.has(tab)) return;
  busy.add(tab);
  try {
    while (wanted.has(tab)) {
      const next = wanted.get(tab) ?? null;
      wanted.delete(tab);
      await put(tab, next);
    }
  } finally {
    busy.delete(tab);
  }
}

/** A tab may be gone meanwhile, or the browser's permission for it: then there is no mark in it either. */
async function put(tab: number, drawing: Drawing | null): Promise<void> {
  await browser.scripting
    .executeScript({
      target: { tabId: tab },
      func: markPage as (...drawn: unknown[]) => void,
      args: [drawing],
      injectImmediately: true,
    })
    .catch(() => undefined);
}
