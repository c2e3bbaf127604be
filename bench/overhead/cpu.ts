// Time on the processor of the browser and all of its processes.
import type { Browser } from "./browser.ts";

/** Seconds since their start; of processes that ended meanwhile nothing is known any more. */
export async function cpuOf({ context }: Browser): Promise<number> {
  const session = await context.browser()!.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return processInfo.reduce((all, { cpuTime }) => all + cpuTime, 0);
  } finally {
    await session.detach();
  }
}
