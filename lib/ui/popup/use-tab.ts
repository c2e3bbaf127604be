import { useEffect, useState } from "preact/hooks";
import type { TabFacts } from "../../consent/tab-state.ts";
import { browser } from "../../platform/browser.ts";
import { isOfToolsInside, readToolsInside, watchToolsInside } from "../../scope/tools-inside.ts";

const nothing: TabFacts = { address: undefined, inside: [] };

/** The tab in front, as it changes: its address where the browser tells it, and the tools that have a frame in it. */
export function useTab(): TabFacts {
  const [tab, setTab] = useState(nothing);
  useEffect(() => {
    const read = () =>
      void readFront()
        .then(setTab)
        // The window is on its way out, and this page with it.
        .catch(() => setTab(nothing));
    const follow = (changes: object) => isOfToolsInside({ ...changes }) && read();
    const { onActivated, onUpdated } = browser.tabs;
    onActivated.addListener(read);
    onUpdated.addListener(read);
    browser.storage.onChanged.addListener(follow);
    read();
    return () => {
      browser.storage.onChanged.removeListener(follow);
      onActivated.removeListener(read);
      onUpdated.removeListener(read);
    };
  }, []);
  return tab;
}

async function readFront(): Promise<TabFacts> {
  const [front] = await browser.tabs.query({ active: true, currentWindow: true });
  if (front?.id === undefined) return nothing;
  await watchToolsInside(front.id);
  return { address: front.url, inside: (await readToolsInside(front.id)) ?? [] };
}
