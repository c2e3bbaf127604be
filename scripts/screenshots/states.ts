// What the pictures show: each page, empty and lived in, in both themes and in a narrow window.
import type { Page } from "@playwright/test";
import { type PageName, sectionNames } from "../../e2e/every-page.ts";

export interface Shot {
  page: PageName;
  name: string;
  theme: "light" | "dark";
  width: number;
  /** More than that is not shown of a long page, in pixels. */
  most: number;
  /** Only this part of the page, by its test id. */
  part?: string;
}

const wide = { width: 1280, most: 2000 };
const narrow = { width: 360, most: 2400 };
/** Below the long list of what left. */
const answers = { ...wide, part: "single-answers" };
type Size = Pick<Shot, "width" | "most" | "part">;
const bothThemes = (page: PageName, name: string, size: Size): Shot[] =>
  (["light", "dark"] as const).map((theme) => ({ page, name: `${name}-${theme}`, theme, ...size }));
const one = (page: PageName, name: string, size: Size): Shot => ({
  ...{ page, name, theme: "light", ...size },
});

/** Before any answer. */
export const emptyShots: readonly Shot[] = [
  ...bothThemes("notice", "notice", wide),
  one("notice", "notice-narrow", narrow),
  one("tools", "tools-empty", wide),
  one("data", "data-empty", wide),
  one("shipped", "shipped-empty", wide),
  one("popup", "popup-not-agreed", narrow),
];

/** After two weeks. */
export const livedInShots: readonly Shot[] = [
  ...sectionNames.flatMap((page) => bothThemes(page, page === "notice" ? "notice-answered" : page, wide)),
  ...(["tools", "data", "shipped"] as const).map((page) => one(page, `${page}-narrow`, narrow)),
  ...bothThemes("shipped", "shipped-answers", answers),
  one("shipped", "shipped-answers-narrow", { ...answers, ...narrow }),
  ...bothThemes("popup", "popup", narrow),
];

/** Takes the picture of a page that is shown. */
export async function take(page: Page, { theme, width, most, part }: Shot): Promise<Buffer> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: 900 });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (part) {
    await page.setViewportSize({ width, height: most });
    const shown = page.getByTestId(part);
    await shown.evaluate((element) => element.scrollIntoView({ block: "start" }));
    const { x, y, ...box } = (await shown.boundingBox())!;
    const clip = { x, y, width: box.width, height: Math.min(box.height, most - y) };
    return page.screenshot({ animations: "disabled", clip });
  }
  // Far away rows are laid out when they come near: the window is as high as the picture.
  await page.setViewportSize({ width, height: Math.min(height, most) });
  return page.screenshot({ animations: "disabled" });
}
