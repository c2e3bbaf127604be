// Pictures of the extension itself: the specs take them, so they cannot show what is not there.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
const folder = join(root, "docs", "screenshots");

const picture = (name: string, caption: string) => ({
  path: `screenshots/${name}.png`,
  caption,
  content: (): Uint8Array => readFileSync(join(folder, `${name}.png`)),
});

export const pictures = [
  picture("allow-list-a-tool", "Your tools. Each is added by its address, and the browser asks you."),
  picture("export-my-data", "Everything held about you, in a file that you can read without us."),
];

/** The extension's own icon. */
export const icon = (): Uint8Array => readFileSync(join(root, "public", "icon", "48.png"));
