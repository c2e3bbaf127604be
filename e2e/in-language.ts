// A browser that speaks a language: Linux takes it from its surroundings, other systems from the switch.
import type { BrowserContext } from "@playwright/test";

/** `start` starts the browser with these arguments. */
export async function inLanguage(
  language: string,
  start: (args: readonly string[]) => Promise<BrowserContext>,
): Promise<BrowserContext> {
  const before = process.env.LANGUAGE;
  process.env.LANGUAGE = language;
  try {
    return await start([`--lang=${language}`]);
  } finally {
    if (before === undefined) delete process.env.LANGUAGE;
    else process.env.LANGUAGE = before;
  }
}
