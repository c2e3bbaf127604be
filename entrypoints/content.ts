// Put by the background into frames of allow-listed, granted and agreed tools; asks what to record, and records.
import { defineContentScript } from "#imports";
import { onLeaving } from "../lib/dom/leaving.ts";
import { readyState } from "../lib/dom/native.ts";
import { createSecrets } from "../lib/dom/secret.ts";
import { ExtensionGone, onCommand, onFlush, tellBackground } from "../lib/messaging/extension.ts";
import { makeFrameId } from "../lib/messaging/frame-id.ts";
import { createOutbox, type Send } from "../lib/messaging/send.ts";
import { createSession } from "../lib/recorders/session.ts";

// A second script in a document takes over from the first. Our world's global is out of the page's sight, and no
// element can have a symbol for its id.
const ending = Symbol.for("tooltrail.end");
const isOver = (error: unknown) => error instanceof ExtensionGone;
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
    const secrets = createSecrets();

    const begin = (fresh: boolean) => {
      const ended = new AbortController();
      const signal = AbortSignal.any([script.signal, ended.signal]);
      const stop = () => ended.abort();
      const tell = tellBackground;
      const send: Send = (request) => tell("steps.record", request);
      const complete = () => session.complete();
      const outbox = createOutbox({ frame: makeFrameId(), send, complete, stop, signal });
      const session = createSession({ tell, isOver, stop, secrets, fresh, ...outbox, signal });
      const handOver = () => {
        session.settle();
        outbox.flush();
        return outbox.emptied();
      };
      onLeaving(handOver, signal);
      session.configure();
      return { stop, handOver, signal, configure: session.configure };
    };
    let run = begin(readyState(document) === "loading");
    world[ending] = () => {
      void run.handOver();
      script.abort();
    };
    onFlush(() => run.handOver(), script.signal);
    onCommand((name) => {
      if (name === "page.stop") run.stop();
      else if (!run.signal.aborted) run.configure();
      // Stopped, as by a pause: nothing of the last run is left, a new one asks again under a new name.
      else run = begin(false);
    }, script.signal);
  },
});
