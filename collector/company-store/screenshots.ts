// Pictures of the extension itself: the specs take them, so they cannot show what is not there.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "..", "docs", "screenshots");

const picture = (name: string, caption: string) => ({
  path: `screenshots/${name}.png`,
  caption,
  content: (): Uint8Array => readFileSync(join(folder, `${name}.png`)),
});

export const pictures = [
  picture("allow-list-a-tool", "Your tools. Each is added by its address, and the browser asks you."),
  picture("export-my-data", "Everything held about you, in a file that you can read without us."),
];
