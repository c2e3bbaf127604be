// Which pages of ours are open. Chromium knows contexts, Firefox has views; neither has both.
import { browser } from "./browser.ts";

/** Addresses of the open pages of the extension, the popup's among them. */
export async function openPages(): Promise<string[]> {
  const { runtime, extension } = browser;
  const found =
    typeof runtime.getContexts === "function"
      ? (await runtime.getContexts({ contextTypes: ["TAB", "POPUP"] })).map(({ documentUrl }) => documentUrl)
      : extension.getViews().map(({ location }) => location.href);
  const ours = [runtime.getURL("options.html"), runtime.getURL("popup.html")];
  return found.filter((url): url is string => ours.some((page) => url?.startsWith(page)));
}
