import { useEffect, useState } from "preact/hooks";
import { browser } from "../../platform/browser.ts";

/** The address of the tab in front, as it changes; undefined where the browser was given no permission for it. */
export function useTabAddress(): string | undefined {
  const [address, setAddress] = useState<string | undefined>(undefined);
  useEffect(() => {
    const read = () =>
      void browser.tabs
        .query({ active: true, currentWindow: true })
        .then(([tab]) => setAddress(tab?.url))
        // The window is on its way out, and this page with it.
        .catch(() => setAddress(undefined));
    const { onActivated, onUpdated } = browser.tabs;
    onActivated.addListener(read);
    onUpdated.addListener(read);
    read();
    return () => {
      onActivated.removeListener(read);
      onUpdated.removeListener(read);
    };
  }, []);
  return address;
}
