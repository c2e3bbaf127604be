// The content script is registered for granted and agreed origins only, and put into their open tabs.
import type { Tool } from "../../schemas/tool.ts";
import { browser, type Scripting } from "../platform/browser.ts";
import { browserPattern, matches } from "./pattern.ts";

const script = "content-scripts/content.js";

export const browserPatternOf = (tool: Tool): string => browserPattern(tool.pattern, import.meta.env.FIREFOX);

/** Whether the browser's own permission is there right now. */
export const isGranted = (tool: Tool): Promise<boolean> =>
  browser.permissions.contains({ origins: [browserPatternOf(tool)] });

/** The same for the origin of an address, whosever it is. */
export const isGrantedAt = (address: string): Promise<boolean> =>
  browser.permissions.contains({
    origins: [browserPattern(`${new URL(address).origin}/*`, import.meta.env.FIREFOX)],
  });

/** Makes the browser's list of content scripts equal to these tools, and fills their open tabs with new ones. */
export async function register(tools: readonly Tool[]): Promise<void> {
  await navigator.locks.request("registration", async () => {
    const before = await browser.scripting.getRegisteredContentScripts();
    const wanted = new Map(tools.map((tool) => [`tool-${tool.id}`, tool]));
    const stale = before.map(({ id }) => id).filter((id) => !wanted.has(id));
    if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
    for (const { id } of before) wanted.delete(id);
    for (const [id, tool] of wanted) {
      // `matchOriginAsFallback` reaches about:, srcdoc, data: and blob: frames; the polyfill's types lack it.
      const registration = {
        id,
        js: [script],
        matches: [browserPatternOf(tool)],
        allFrames: true,
        matchOriginAsFallback: true,
        runAt: "document_start",
        persistAcrossSessions: true,
      } as Scripting.RegisteredContentScript;
      await browser.scripting.registerContentScripts([registration]);
      await fillOpenTabs(tool);
    }
  });
}

/**
 * Puts the content script into the open frames of a tool; one that runs there already asks anew. A tab whose
 * address is not told to us may hold a frame of the tool: Firefox lets us in there, Chromium only from the next load.
 */
export async function fillOpenTabs(tool: Tool): Promise<void> {
  const tabs = await browser.tabs.query({});
  const mayHold = tabs.filter(({ url }) => url === undefined || matches(tool.pattern, url));
  await Promise.allSettled(
    mayHold.map(({ id }) =>
      browser.scripting.executeScript({
        target: { tabId: id!, allFrames: true },
        files: [script],
        // Else it waits for every frame to be loaded, and some never are.
        injectImmediately: true,
      }),
    ),
  );
}
