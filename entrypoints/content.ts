// Put by the background into frames of allow-listed, granted and agreed tools; asks what to record, and records.
import { defineContentScript } from "#imports";
import { hearEarly } from "../lib/dom/at-window.ts";
import { readyState } from "../lib/dom/native.ts";
import { createSecrets } from "../lib/dom/secret.ts";
import { isGone, onCommand, onFlush } from "../lib/messaging/extension.ts";
import { beginRun } from "../lib/recorders/session-run.ts";

// Of two scripts in a document the first goes on, so that nothing is lost between them. Our world's global is out of the
// page's sight, and no element can have a symbol for its id.
const asking = Symbol.for("tooltrail.ask");
const world = globalThis as { [asking]?: () => boolean };

export default defineContentScript({
  registration: "runtime",
  // In which frames and when is said where it is registered (lib/scope/registration.ts).
  matches: [],
  // Only chooses WXT's wrapper: the background registers this script itself, and into the isolated world. WXT's wrapper
  // for that world announces itself to the page by an event and a message, and lets the page end it by the same event.
  world: "MAIN",
  main() {
    if (world[asking]?.()) return;
    const script = new AbortController();
    const secrets = createSecrets();
    hearEarly(script.signal);
    let run = beginRun(script.signal, secrets, readyState(document) === "loading");
    const ask = () => {
      if (!run.signal.aborted) run.configure();
      // Stopped, as by a pause: nothing of the last run is left, a new one asks again under a new name.
      else run = beginRun(script.signal, secrets, false);
      return true;
    };
    // One whose extension is gone makes way, and ends when it next speaks.
    world[asking] = () => !isGone() && ask();
    onFlush(() => run.handOver(), script.signal);
    onCommand((name) => (name === "page.stop" ? run.stop() : ask()), script.signal);
  },
});
