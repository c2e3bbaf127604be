// Changes of page: the route as a vocabulary index and how it was reached, never the address.
import { hearing } from "../hearing.ts";
import { begin, guarded, type Recording } from "../recording.ts";
import { followHistory } from "./follow-history.ts";
import { direction, type How, howLoaded, type Navigation, navigationOf } from "./how-loaded.ts";
import { createThrottle } from "./throttle.ts";

/** What TypeScript's DOM library may not know yet of the Navigation API. */
interface EntryChange extends Event {
  navigationType: "push" | "replace" | "traverse" | "reload" | null;
  from: { index: number };
}

/** about:, blob: and data: documents have no address of their own. */
const hasAddress = () => location.protocol === "http:" || location.protocol === "https:";

/** Emits the document's own load once, then every change of address inside it. */
export function startNavigate(recording: Recording, signal: AbortSignal): void {
  const { listen } = hearing(recording, signal);
  if (!hasAddress()) return;
  let address = location.href;

  const emit = (how: How, timeStamp: number) => {
    address = location.href;
    recording.emit({ kind: "navigate", ...begin(recording, timeStamp), effect: "navigated", how }, "now");
  };
  const how = recording.fresh ? howLoaded(recording.config.opened === true) : null;
  if (how) emit(how, 0);

  const change = createThrottle(recording, signal, emit);

  const navigation = navigationOf(window);
  // A page from the back-forward cache; its frames come back with it.
  listen(["pageshow"], (event) => {
    if (!event.persisted || window !== window.top) return;
    const activation = navigation?.activation;
    emit(direction(activation?.from, activation?.entry), event.timeStamp);
  });
  if (navigation) followEntries(navigation);
  // Every Chromium that this runs in has the API.
  else if (!import.meta.env.CHROME) followHistory(recording, { change, isNewPage, signal });

  /** The browser tells of pushState and replaceState here, which cannot be seen from our world otherwise. */
  function followEntries(entries: Navigation): void {
    const onChange = (event: Event) => {
      const { navigationType, from } = event as EntryChange;
      if (navigationType === "traverse") change(direction(from, entries.currentEntry), event.timeStamp);
      else if (navigationType === "reload") change("reload", event.timeStamp);
      else if (isNewPage(navigationType === "replace")) change("soft", event.timeStamp);
      address = location.href;
    };
    const onTrusted = (event: Event) => {
      if (recording.trusted(event)) guarded(recording, () => onChange(event));
    };
    entries.addEventListener("currententrychange", onTrusted, { signal });
  }

  /** An entry that is replaced counts only for a new path or hash: queries follow every key of a search. */
  function isNewPage(replaced: boolean): boolean {
    const now = new URL(location.href);
    const before = new URL(address);
    if (!replaced) return now.href !== before.href;
    return now.pathname !== before.pathname || now.hash !== before.hash;
  }
}
