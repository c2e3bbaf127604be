// Changes of page: the route as a vocabulary index and how it was reached, never the address.
import type { StepOf } from "../../../schemas/step.ts";
import { epochOf } from "../../dom/epoch.ts";
import { begin, guarded, later, listen, type Recording } from "../recording.ts";

type How = StepOf<"navigate">["how"];

/** What TypeScript's DOM library may not know yet of the Navigation API. */
interface EntryChange extends Event {
  navigationType: "push" | "replace" | "traverse" | "reload" | null;
}

const loaded: Record<string, How> = { reload: "reload", back_forward: "back" };

/** Changes that come closer than this, without an act between, are a script's: past a few only the last counts. */
const together = 250;
const mostTogether = 4;

/** about:, blob: and data: documents have no address of their own. */
const hasAddress = () => location.protocol === "http:" || location.protocol === "https:";

/** Emits the document's own load once, then every change of address inside it. */
export function startNavigate(recording: Recording, signal: AbortSignal): void {
  if (!hasAddress()) return;
  let address = location.href;

  const emit = (how: How, timeStamp: number) => {
    address = location.href;
    recording.emit({ kind: "navigate", ...begin(recording, timeStamp), effect: "navigated", how }, "now");
  };
  if (recording.fresh) emit(howLoaded(), 0);

  const change = createThrottle(recording, signal, emit);

  listen(recording, { types: ["pageshow"], signal }, (event) => {
    if (event.persisted) emit("back", event.timeStamp);
  });
  const api = (window as { navigation?: EventTarget }).navigation;
  // Where the API is missing, an element with that id stands in its place.
  if (api instanceof EventTarget && !(api instanceof Node)) followEntries(api);
  else followHistory();

  /** The browser tells of pushState and replaceState here, which cannot be seen from our world otherwise. */
  function followEntries(navigation: EventTarget): void {
    const onChange = (event: Event) => {
      const { navigationType } = event as EntryChange;
      if (navigationType === "traverse") change("back", event.timeStamp);
      else if (isNewPage(navigationType === "replace")) change("soft", event.timeStamp);
      address = location.href;
    };
    const onTrusted = (event: Event) => {
      if (recording.trusted(event)) guarded(recording, () => onChange(event));
    };
    navigation.addEventListener("currententrychange", onTrusted, { signal });
  }

  /** Without the Navigation API: the address is looked at after each act and on the events that there are. */
  function followHistory(): void {
    let lastAct = Number.NEGATIVE_INFINITY;
    const look = (how: How, timeStamp: number) => {
      if (isNewPage(false)) change(how, timeStamp);
    };
    listen(recording, { types: ["click", "keydown"], signal }, ({ timeStamp }) => {
      lastAct = timeStamp;
      look("soft", timeStamp);
      later(recording, { delay: 0, signal }, () => look("soft", timeStamp));
    });
    listen(recording, { types: ["popstate", "hashchange"], signal }, ({ timeStamp }) => {
      // A link to `#part` tells of itself as popstate too; the browser's own back button is no act in the page.
      look(timeStamp - lastAct < 500 ? "soft" : "back", timeStamp);
    });
  }

  /** An entry that is replaced counts only for a new path or hash: queries follow every key of a search. */
  function isNewPage(replaced: boolean): boolean {
    const now = new URL(location.href);
    const before = new URL(address);
    if (!replaced) return now.href !== before.href;
    return now.pathname !== before.pathname || now.hash !== before.hash;
  }
}

type Emit = (how: How, timeStamp: number) => void;

/** Passes on the first changes of a flood at once, and of the others the last, when it is over. */
function createThrottle(recording: Recording, signal: AbortSignal, emit: Emit): Emit {
  let passed = 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  let waiting: { how: How; timeStamp: number; cancel: () => void } | null = null;

  const flush = () => {
    const last = waiting;
    waiting = null;
    last?.cancel();
    if (last) emit(last.how, last.timeStamp);
  };
  recording.hold({ since: () => waiting && epochOf(waiting.timeStamp), flush, survives: [] });
  listen(recording, { types: ["pointerdown", "keydown"], signal }, () => {
    flush();
    passed = 0;
  });
  return (how, timeStamp) => {
    if (timeStamp - lastAt >= together) passed = 0;
    lastAt = timeStamp;
    if (++passed <= mostTogether) return emit(how, timeStamp);
    const cancel = waiting?.cancel ?? later(recording, { delay: together, signal }, flush);
    waiting = { how, timeStamp, cancel };
  };
}

function howLoaded(): How {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return loaded[entry?.type ?? ""] ?? "full";
}
