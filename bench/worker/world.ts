// The world of an extension's content script in a page: from there its worker is spoken to as the script does.
import type { Page } from "playwright";

interface Context {
  id: number;
  origin: string;
}

/** Evaluates an expression in the top document's world of the extension with this id. */
export type World = <T>(expression: string) => Promise<T>;

export async function worldOf(page: Page, extension: string): Promise<World> {
  const session = await page.context().newCDPSession(page);
  const contexts: Context[] = [];
  session.on("Runtime.executionContextCreated", ({ context }) => contexts.push(context));
  await session.send("Runtime.enable");
  const own = contexts.find(({ origin }) => origin === `chrome-extension://${extension}`);
  if (!own) throw new Error(`No script of ${extension} runs in ${page.url()}.`);
  return async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      contextId: own.id,
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
}
