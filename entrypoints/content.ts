// Put by the background into frames of allow-listed, granted and agreed tools; asks what to record, and records.
import { defineContentScript } from "#imports";
import { hearEarly } from "../lib/dom/at-window.ts";
import { readyState } from "../lib/dom/native.ts";
import { createSecrets } from "../lib/dom/secret.ts";
import { onCommand, onFlush } from "../lib/messaging/extension.ts";
import { beginRun } from "../lib/recorders/session-run.ts";

// A second script in a document takes over from the first. Our world's global is out of the page's sight, and no
// element can have a symbol for its id.
const ending = Symbol.for("tooltrail.end");
const world = globalThis as { [ending]?: () => void };

export default defineContentScript({
  registration: "runtime",
  // In which frames and when is said where it is registered (lib/scope/registration.ts).
  matches: [],
  // Only chooses WXT's wrapper: the background registers this script itself, and into the isolated world. WXT's wrapper
  // for that world announces itself to the page by an event and a message, and lets the page end it by the same event.
  world: "MAIN",
  main() {
    world[ending]?.();
    const script = new AbortController();
    const secrets = createSecrets();
    hearEarly(script.signal);
    let run = beginRun(script.signal, secrets, readyState(document) === "loading");
    world[ending] = () => {
      void run.handOver();
      script.abort();
    };
    onFlush(() => run.handOver(), script.signal);
    onCommand((name) => {
      if (name === "page.stop") run.stop();
      else if (!run.signal.aborted) run.configure();
      // Stopped, as by a pause: nothing of the last run is left, a new one asks again under a new name.
      else run = beginRun(script.signal, secrets, false);
    }, script.signal);
  },
});
