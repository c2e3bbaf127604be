// Whether a page is recorded now: asked of its page script, as what the toolbar says comes before it.
import { type CDPSession, expect, type Frame, type Page } from "@playwright/test";
import type { Person } from "./person.ts";

/** Waits until in so many frames of the page a run of the page script records; in a test build it says so. */
export async function isHeard(page: Page, person: Person, frames = 1): Promise<void> {
  await expect.poll(() => heardFrames(page, person), { timeout: 20_000 }).toBeGreaterThanOrEqual(frames);
}

async function heardFrames(page: Page, person: Person): Promise<number> {
  let heard = 0;
  for (const target of [page, ...page.frames().slice(1)]) {
    const session = await sessionOf(page, target);
    if (!session) continue;
    heard += await heardIn(session, person);
    await session.detach();
  }
  return heard;
}

/** Undefined for a frame in the process of the one around it: it is in that one's session. */
const sessionOf = (page: Page, target: Page | Frame): Promise<CDPSession | undefined> =>
  page
    .context()
    .newCDPSession(target)
    .catch(() => undefined);

async function heardIn(session: CDPSession, person: Person): Promise<number> {
  const ours: number[] = [];
  session.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.origin === `chrome-extension://${person.id}`) ours.push(context.id);
  });
  await session.send("Runtime.enable");
  let heard = 0;
  for (const contextId of ours) {
    const { result } = await session
      .send("Runtime.evaluate", {
        contextId,
        expression: "globalThis.tooltrailRecords === true",
        returnByValue: true,
      })
      // A frame that went away meanwhile.
      .catch(() => ({ result: { value: false } }));
    if (result.value === true) heard++;
  }
  return heard;
}
