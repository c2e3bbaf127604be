// The browser's own permission for a tool: asked in the person's click, given back where it is not needed.
import type { ReplyOf } from "../../../../schemas/message.ts";
import { browser } from "../../../platform/browser.ts";
import { keyed, t } from "../../../platform/words.ts";
import { browserPattern } from "../../../scope/pattern.ts";

const originsOf = (pattern: string) => ({
  origins: [browserPattern(pattern, import.meta.env.FIREFOX)],
});

/** Called in the click itself, before anything is awaited: a browser shows its prompt only inside the person's act. */
export const askBrowser = (pattern: string): Promise<boolean> =>
  browser.permissions.request(originsOf(pattern));

export const isGrantedFor = (pattern: string): Promise<boolean> =>
  browser.permissions.contains(originsOf(pattern));

interface Listing {
  pattern: string;
  host: string;
  /** Whether the browser had given the permission before. */
  had: boolean;
  add: () => Promise<ReplyOf<"tool.add">>;
}

/** Lists a tool once the browser has answered. Says why not, or undefined when it is listed. */
export async function listOnce(
  granted: Promise<boolean>,
  { pattern, host, had, add }: Listing,
): Promise<string | undefined> {
  if (!(await granted)) return t("add.refused", host);
  const { ok, why } = await add();
  if (ok) return undefined;
  // What was asked for in vain is given back; a build with granted hosts cannot.
  if (!had) await browser.permissions.remove(originsOf(pattern)).catch(() => false);
  return why ? t(`add.why.${keyed(why)}`, host) : t("act.refused");
}
