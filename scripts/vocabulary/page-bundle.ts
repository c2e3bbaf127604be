import { join } from "node:path";
import { bundleForPage } from "../page-bundle.ts";

/** The page script as one piece of text that sets `tooltrailCrawler`. */
export const bundlePageScript = (): Promise<string> =>
  bundleForPage(join(import.meta.dirname, "page.ts"), "tooltrailCrawler");
