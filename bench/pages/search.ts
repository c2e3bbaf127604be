// What narrows the list, and a search through all that is stored, for a word that no step has: how fast, and whether the page stays quick.
import type { Locator, Page } from "playwright";
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

/** The list shows one day, that with the most steps. */
export async function showsFullestDay(page: Page): Promise<void> {
  const days = await page.locator(".days label.day").all();
  const heights = await Promise.all(
    days.map(async (day) => (await day.locator(".bar i").count()) && (await heightOf(day))),
  );
  await days[heights.indexOf(Math.max(...heights))]!.locator("input").check({ force: true });
  await page.getByRole("heading", { name: /^Trajectories on/ }).waitFor();
  await page.getByTestId("step").first().waitFor();
}

const heightOf = (day: Locator): Promise<number> =>
  day
    .locator(".bar i")
    .evaluateAll((parts) => parts.reduce((all, part) => all + part.getBoundingClientRect().height, 0));

/** A search with a word that many steps have, until it waits to be asked for more. */
export async function finds(page: Page): Promise<void> {
  await page.getByLabel("Search steps").fill("click");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByTestId("hit").first().waitFor();
  await page.getByRole("button", { name: "Look further" }).waitFor();
}
