// Put by the background into frames of allow-listed, granted and agreed tools; asks what to record, and records.
import { defineContentScript } from "#imports";
import { isHidden, readyState } from "../lib/dom/native.ts";
import { ExtensionGone, onCommand, tellBackground } from "../lib/messaging/extension.ts";
import { makeFrameId } from "../lib/messaging/frame-id.ts";
import { createOutbox } from "../lib/messaging/send.ts";
import { createSession } from "../lib/recorders/session.ts";

// A second run in a document takes over from the first. Our world's global is out of the page's sight, and no element
// can have a symbol for its id.
const ending = Symbol.for("tooltrail.end");
const world = globalThis as { [ending]?: () => void };

export default defineContentScript({
  registration: "runtime",
  matches: [],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: "document_start",
  // Only chooses WXT's wrapper: the background registers this script itself, and into the isolated world. WXT's wrapper
  // for that world announces itself to the page by an event and a message, and lets the page end it by the same event.
  world: "MAIN",
  main() {
    world[ending]?.();
    const script = new AbortController();
    const { signal } = script;
    const stop = () => script.abort();

    const outbox = createOutbox({
      frame: makeFrameId(),
      send: (request) => tellBackground("steps.record", request),
      stop,
      signal,
    });
    const session = createSession({
      hello: () => tellBackground("page.hello", {}),
      isOver: (error) => error instanceof ExtensionGone,
      stop,
      fresh: readyState(document) === "loading",
      add: outbox.add,
      drop: outbox.drop,
      signal,
    });
    const handOver = () => {
      session.settle();
      outbox.flush();
    };
    world[ending] = () => {
      handOver();
      stop();
    };
    window.addEventListener("pagehide", handOver, { capture: true, signal });
    const onVisibility = () => isHidden(document) && handOver();
    window.addEventListener("visibilitychange", onVisibility, { capture: true, signal });
    onCommand((name) => (name === "page.stop" ? stop() : session.configure()), signal);
    session.configure();
  },
});
