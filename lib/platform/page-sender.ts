import type { Runtime } from "./browser.ts";

/** What the browser says of a page script's frame, and one thing that the script says itself. */
export interface PageSender extends Runtime.MessageSender {
  /** Chromium and Firefox give it; the polyfill's types leave it out. "null" for an opaque frame. */
  origin?: string;
  /** Firefox alone gives it: "content_child" for a script in a page. */
  envType?: string;
  /**
   * The script's word: `location.ancestorOrigins`, the parent's first. It is read in our own world, and it may only
   * narrow what the browser says.
   */
  ancestors?: readonly string[];
}

/** In Firefox the last messages of a tab that is closed come without a tab. */
export const isPageScript = ({ tab, envType }: PageSender): boolean =>
  tab !== undefined || envType === "content_child";
