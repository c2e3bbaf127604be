// The page and its script as files.
import { join } from "node:path";
import { bundleForPage } from "../../scripts/page-bundle.ts";
import type { Collecting } from "./carry-erasure.ts";
import { erasePage, eraseScript, erasingPage } from "./page.ts";

let script: Promise<string> | undefined;

/** Made once: it says nothing of whose page it is. */
export const readScript = (): Promise<string> => {
  script ??= bundleForPage(join(import.meta.dirname, "in-page.ts"), "erasing");
  return script;
};

/** Name to content. */
export async function erasingFiles(collecting: Collecting): Promise<Map<string, Uint8Array>> {
  const [page, code] = [String(await erasingPage(collecting)), await readScript()];
  return new Map([
    [erasePage, Buffer.from(page)],
    [eraseScript, Buffer.from(code)],
  ]);
}
