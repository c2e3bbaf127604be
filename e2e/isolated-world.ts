// The page script's own world in a tool's page: where its code, and only its code, can reach the extension.
import { type CDPSession, expect, type Page } from "@playwright/test";
import type { Person } from "./person.ts";

interface World {
  id: number;
  origin: string;
  auxData?: { frameId?: string };
}

export interface IsolatedWorld {
  /** Runs an expression there and gives its value. */
  run<T = unknown>(expression: string): Promise<T>;
  /** Sends one message to the background; gives the reply, or the error it was refused with. */
  send(message: unknown): Promise<{ reply?: unknown; error?: string }>;
  /** How many frames of the page have such a world. */
  count(): number;
}

/** The world of the page's top document as it is now; a new document has a new one. */
export async function isolatedWorld(page: Page, person: Person): Promise<IsolatedWorld> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const worlds = new Map<number, World>();
  session.on("Runtime.executionContextCreated", ({ context }) => worlds.set(context.id, context));
  session.on("Runtime.executionContextDestroyed", ({ executionContextId }) =>
    worlds.delete(executionContextId),
  );
  session.on("Runtime.executionContextsCleared", () => worlds.clear());
  await session.send("Runtime.enable");
  const { frameTree } = await session.send("Page.getFrameTree");
  const ours = () =>
    [...worlds.values()].filter(({ origin }) => origin === `chrome-extension://${person.id}`);
  const top = () => ours().find(({ auxData }) => auxData?.frameId === frameTree.frame.id);
  await expect.poll(() => top() !== undefined).toBe(true);

  const run = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      contextId: top()!.id,
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
  return {
    run,
    send: (message) =>
      run(
        `chrome.runtime.sendMessage(${JSON.stringify(message)})` +
          ".then((reply) => ({ reply }), (error) => ({ error: String(error) }))",
      ),
    count: () => ours().length,
  };
}
