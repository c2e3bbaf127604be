// Builds the extension when it is missing or older than what it is made of.
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
const sources = [
  "{entrypoints,lib,schemas,public,examples}/**/*",
  "scripts/build/*",
  "wxt.config.ts",
  "package-lock.json",
];

/** `demo` asks for the browser's permission as the release does; `tour` has loopback granted. */
export type Mode = "demo" | "tour";

const newest = (): number =>
  Math.max(
    ...globSync(sources, { cwd: root }).map((file) => {
      const found = statSync(join(root, file));
      return found.isFile() ? found.mtimeMs : 0;
    }),
  );

/** What a build depends on besides the files: the address baked into it. */
const stampText = () => `${process.env.TOOLTRAIL_COLLECTOR ?? "default collector"}\n`;

function isFresh(stamp: string): boolean {
  try {
    return statSync(stamp).mtimeMs > newest() && readFileSync(stamp, "utf8") === stampText();
  } catch {
    // No such build yet.
    return false;
  }
}

/** The folder of a build for Chromium that is as new as its sources. */
export function buildExtension(mode: Mode): string {
  const folder = join(root, ".output", `chrome-mv3-${mode}`);
  const stamp = join(root, ".output", `chrome-mv3-${mode}.built`);
  if (isFresh(stamp)) return folder;
  console.log(`Building the extension (${mode}).`);
  const wxt = join(root, "node_modules", "wxt", "bin", "wxt.mjs");
  const done = spawnSync(process.execPath, [wxt, "build", "--mode", mode], { cwd: root, encoding: "utf8" });
  if (done.status !== 0) {
    throw new Error(`The extension could not be built; nothing was started.\n${done.stdout}${done.stderr}`);
  }
  writeFileSync(stamp, stampText());
  return folder;
}
