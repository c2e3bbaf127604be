// The page script's door to the extension: native API, typed here, without the polyfill.
import type { PageCommand, PageMessageName, ReplyOf, RequestOf } from "../../schemas/message.ts";

interface NativeEvent<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}
interface NativePort {
  name: string;
  disconnect(): void;
}
interface NativeRuntime {
  id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  onMessage: NativeEvent<(message: unknown, sender: { id?: string }) => void>;
  onConnect: NativeEvent<(port: NativePort) => void>;
}

const native = globalThis as unknown as Record<"browser" | "chrome", { runtime?: NativeRuntime } | undefined>;

// An element with the id "browser" is a property of the window too; it has no such function.
const runtime = (): NativeRuntime | undefined =>
  [native.browser?.runtime, native.chrome?.runtime].find((door) => typeof door?.sendMessage === "function");

/** Whether there is no extension any more that this script belongs to. */
export const isGone = (): boolean => !runtime()?.id;

/** The extension was updated, removed or switched off: this script is what is left of it, and ends. */
export class ExtensionGone extends Error {
  // Said by its name alone: this is code in every page.
  override name = "ExtensionGone";
}

export type TellBackground = <N extends PageMessageName>(
  name: N,
  request: RequestOf<N>,
) => Promise<ReplyOf<N> | undefined>;

/** Hands the message over before it returns. Throws or rejects with ExtensionGone when there is nobody left. */
export const tellBackground: TellBackground = (name, request) => {
  const door = runtime();
  if (!door?.id) throw new ExtensionGone();
  try {
    return door.sendMessage({ name, request, ...above() }).catch(explain) as Promise<never>;
  } catch (error) {
    return explain(error);
  }
};

/** An opaque frame tells what stands above it: the browser says nothing of whose it is (lib/scope/sender-tool.ts). */
function above(): { ancestors?: string[] } {
  if (self.origin !== "null") return {};
  const { ancestorOrigins } = location;
  return { ancestors: ancestorOrigins ? [...ancestorOrigins] : [] };
}

function explain(error: unknown): never {
  if (/context invalidated/i.test(String(error))) {
    throw new ExtensionGone("", { cause: error });
  }
  throw error;
}

/** Listens to the background's commands until the signal. Other messages are not for page scripts. */
export function onCommand(
  handle: (name: Exclude<PageCommand["name"], "page.flush">) => void,
  signal: AbortSignal,
): void {
  const door = runtime();
  const listener = (message: unknown, sender: { id?: string }) => {
    if (sender.id !== door?.id) return;
    const name = (message as Partial<PageCommand> | null)?.name;
    if (name === "page.stop" || name === "page.configure") handle(name);
  };
  listenAt(door?.onMessage, listener, signal);
}

/** The background waits until the promise is settled: it ends the port. */
export function onFlush(flush: () => Promise<void>, signal: AbortSignal): void {
  const listener = (port: NativePort) => {
    const name: PageCommand["name"] = "page.flush";
    if (port.name === name) void flush().finally(() => port.disconnect());
  };
  listenAt(runtime()?.onConnect, listener, signal);
}

function listenAt<Listener>(
  event: NativeEvent<Listener> | undefined,
  listener: Listener,
  signal: AbortSignal,
): void {
  event?.addListener(listener);
  signal.addEventListener("abort", () => {
    // An invalidated context throws on any use; its listeners are gone with it.
    if (runtime()?.id) event?.removeListener(listener);
  });
}
