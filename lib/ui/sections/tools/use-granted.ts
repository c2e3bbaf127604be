import { useEffect, useState } from "preact/hooks";
import type { Tool } from "../../../../schemas/tool.ts";
import { browser } from "../../../platform/browser.ts";
import { isGrantedFor } from "./ask-browser.ts";

export type Granted = ReadonlyMap<string, boolean>;

/** By pattern whether the browser lets Tooltrail in right now; follows what is changed in the browser's own settings. */
export function useGranted(tools: readonly Pick<Tool, "pattern">[]): Granted {
  const [granted, setGranted] = useState<Granted>(new Map());
  const patterns = tools.map(({ pattern }) => pattern);
  const all = patterns.join(" ");
  useEffect(() => {
    let newest = 0;
    const read = async () => {
      const mine = ++newest;
      const answers = await Promise.all(
        patterns.map(async (pattern) => [pattern, await isGrantedFor(pattern)] as const),
      );
      if (mine === newest) setGranted(new Map(answers));
    };
    const changed = () => void read();
    changed();
    browser.permissions.onAdded.addListener(changed);
    browser.permissions.onRemoved.addListener(changed);
    // Whoever comes back from the browser's settings sees what is true, whatever was told meanwhile.
    document.addEventListener("visibilitychange", changed);
    return () => {
      newest = Number.POSITIVE_INFINITY;
      browser.permissions.onAdded.removeListener(changed);
      browser.permissions.onRemoved.removeListener(changed);
      document.removeEventListener("visibilitychange", changed);
    };
  }, [all]);
  return granted;
}
