// One visit to a hostile page: the attack, then a person's work on it, and what the page says of both.
import type { CDPSession, Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { type Attack, isLong, isWhole } from "./hostile-page.ts";
import { worksBriefly, worksEveryKind } from "./works-every-kind.ts";

export interface Visit {
  /** What the page heard of exceptions and of calls to what it had wrapped, when all was over. */
  heard: Record<string, string>;
  /** Milliseconds of the attack and of the work after it: only ever compared with those of another visit. */
  attack: number;
  work: number;
  /** Bytes in use in the page's process after a collection, ours among them. */
  heap: number;
}

/** Read by the debugger: the page's own objects are not to be trusted any more. */
async function told(session: CDPSession): Promise<Record<string, string>> {
  const { root } = await session.send("DOM.getDocument", { depth: 1 });
  const attributes = root.children?.find(({ localName }) => localName === "html")?.attributes ?? [];
  return Object.fromEntries(
    attributes.flatMap((name, at) =>
      name.startsWith("data-") && at % 2 === 0 ? [[name, attributes[at + 1]!]] : [],
    ),
  );
}

/** Bytes that are held. What one collection lets go of, such as an element's wrapper, only the next one can free. */
async function heapOf(session: CDPSession): Promise<number> {
  let held = Number.POSITIVE_INFINITY;
  for (let each = 0; each < 3; each++) {
    await session.send("HeapProfiler.collectGarbage");
    held = Math.min(held, (await session.send("Runtime.getHeapUsage")).usedSize);
  }
  return held;
}

/** Bears the attack of a page and works on it; `attacked` is called in between. */
export async function bears(
  page: Page,
  {
    address,
    attack,
    attacked = async () => {},
  }: { address: string; attack: Attack; attacked?: () => Promise<void> },
): Promise<Visit> {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await page.goto(address, { waitUntil: "commit" });
  await expect
    .poll(async () => (await told(session))["data-done"], { timeout: isLong ? 300_000 : 20_000 })
    .toBe("");
  await attacked();
  const began = performance.now();
  await page.mouse.click(640, 500);
  let words = 0;
  await (isWhole(attack) ? worksEveryKind : worksBriefly)(page, () => `word ${words++}`);
  const work = performance.now() - began;
  const { "data-took": took, "data-done": _, ...heard } = await told(session);
  const heap = await heapOf(session);
  expect(heard, attack.name).not.toHaveProperty("data-failed");
  await page.goto("about:blank");
  await session.detach();
  return { heard, attack: Number(took), work, heap };
}
