import { useEffect, useState } from "preact/hooks";
import { browser } from "../../../platform/browser.ts";

/**
 * The origin of the tab that was in front before this page; undefined where the browser does not tell its address,
 * which it does for sites that it lets us into alone.
 */
export function useFrontTab(): string | undefined {
  const [origin, setOrigin] = useState<string | undefined>(undefined);
  useEffect(() => {
    const read = async () => {
      const tabs = await browser.tabs.query({ currentWindow: true });
      const own = new URL(location.href).origin;
      const [front] = tabs
        .filter(({ url }) => url === undefined || new URL(url).origin !== own)
        .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
      const url = front?.url === undefined ? null : URL.parse(front.url);
      setOrigin(url && /^https?:$/.test(url.protocol) ? url.origin : undefined);
    };
    const seen = () => {
      if (document.visibilityState === "visible") void read();
    };
    seen();
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, []);
  return origin;
}
