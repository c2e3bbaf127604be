// A page of no tool may hold a frame of one: by tab, which of its frames are recorded. Kept as long as the browser runs.
import type { Tool } from "../../schemas/tool.ts";
import { browser } from "../platform/browser.ts";
import type { PageSender } from "../platform/page-sender.ts";
import { matches } from "./pattern.ts";

const key = "toolsInside";

/** The id of a tool by frame, by tab: numbers of the browser's, and no address. */
type Inside = Record<number, Record<number, string>>;

const read = async (): Promise<Inside> =>
  ((await browser.storage.session.get(key))[key] as Inside | undefined) ?? {};

/**
 * The ids of the tools that have a frame in that tab, whose own page is in none of them. None: it had some, and the
 * toolbar may not say so yet. Undefined: there is nothing to say.
 */
export async function readToolsInside(tab: number): Promise<string[] | undefined> {
  const frames = (await read())[tab];
  return frames && Object.values(frames);
}

/** Several frames begin at once: one writes after the other. Nothing is written where nothing changes. */
const change = (make: (inside: Inside) => boolean): Promise<boolean> =>
  navigator.locks.request("tools-inside", async () => {
    const inside = await read();
    const changed = make(inside);
    if (changed) await browser.storage.session.set({ [key]: inside });
    return changed;
  });

/** Notes a frame that is recorded while the page around it is in another tool or in none. True when it is new. */
export async function noteInside({ frameId, tab }: PageSender, { id, pattern }: Tool): Promise<boolean> {
  const at = tab?.id;
  if (!frameId || at === undefined || (tab?.url && matches(pattern, tab.url))) return false;
  return change((inside) => {
    const frames = inside[at] ?? {};
    if (frames[frameId] === id) return false;
    inside[at] = { ...frames, [frameId]: id };
    return true;
  });
}

/** After the toolbar says that nothing is recorded in any part of the tab. */
export const forgetTab = (tab: number): Promise<boolean> =>
  change((inside) => {
    // Another frame may have begun meanwhile.
    if (!inside[tab] || Object.keys(inside[tab]).length > 0) return false;
    return delete inside[tab];
  });

const forget = (tab: number, frame: number): Promise<boolean> =>
  change((inside) => {
    const frames = inside[tab];
    return frames !== undefined && frame in frames && delete frames[frame];
  });

/** Frames that are watched by this process: a port to each, which ends with it. */
const watched = new Set<string>();

/** Forgets the frames of a tab that are gone, now and as they go. A page script lets the port be. */
export async function watchToolsInside(tab: number): Promise<void> {
  for (const frame of Object.keys((await read())[tab] ?? {}).map(Number)) {
    const name = `${tab} ${frame}`;
    if (watched.has(name)) continue;
    watched.add(name);
    const port = browser.tabs.connect(tab, { frameId: frame, name: "page.there" });
    port.onDisconnect.addListener(() => {
      // Read, so that the browser does not log that nobody was there.
      void browser.runtime.lastError;
      watched.delete(name);
      void forget(tab, frame);
    });
  }
}

/** Whether a change of the browser's storage is one of these. */
export const isOfToolsInside = (changes: Record<string, unknown>): boolean => key in changes;
