// A search through all that is stored, for a word that no step has: how fast, and whether the page stays quick.
import type { Page } from "playwright";
import { framesOf } from "./scroll.ts";

interface Searched {
  looked: number;
  hits: number;
  took: number;
  worstFrame: number;
}

export async function searches(page: Page, stored: number): Promise<Searched> {
  await page.getByLabel("Search steps").fill("zzzzzz");
  let took = 0;
  const frames = await framesOf(page, async () => {
    const from = performance.now();
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await page.getByText("were looked at.").waitFor({ timeout: 30_000 + stored / 10 });
    took = performance.now() - from;
  });
  const said = (await page.getByText("were looked at.").textContent())!;
  const [hits = Number.NaN, looked = 0] = (said.match(/[\d,]+/g) ?? []).map((word) =>
    Number(word.replaceAll(",", "")),
  );
  return { looked, hits, took, worstFrame: Math.max(...frames) };
}
