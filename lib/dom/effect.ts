// What an act did, as far as cheap and bounded looks, events and outlines tell. No observer.
import type { Effect } from "../../schemas/step.ts";
import type { Outlines } from "../outline/outlines.ts";
import type { Lookup } from "../vocabulary/lookup.ts";
import { alertSearches, alertsNow, newAlert } from "./alerts.ts";
import { attribute, firstOf, fits, isShown } from "./native.ts";
import { sayingRole } from "./roles.ts";
import { foundAt, lastFound } from "./searches.ts";
import { isChecked, isExpanded } from "./state.ts";
import { hearTellTales } from "./tell-tales.ts";

export interface Outcome {
  effect: Effect;
  /** Term of the alert that came up. */
  alert?: number;
}

/** Without a vocabulary no alert has a term; without outlines fewer changes are seen. */
export interface Watching {
  lookup?: Lookup;
  outlines?: Outlines | undefined;
  /** Watching is over then at the latest. */
  signal?: AbortSignal;
}

/** What opens over a page. */
const overlay = `dialog[open],[aria-modal=true],[role]:is(${sayingRole("o")})`;
const mostOverlays = 40;
const invalid = "[aria-invalid=true]";
/** What the whole page is searched for at each act. */
export const effectSearches = [...alertSearches, overlay, invalid];

/** Tells once what became of an act; that is the end of it, as `end` is where nobody asks. */
export interface Watched {
  (): Outcome;
  end(): void;
}

/** Remembers how things are now, before the page reacts; what is new is found best by a search made since. */
export function watchOutcome(element: Element, { lookup, outlines, signal }: Watching = {}): Watched {
  const since = foundAt();
  const before = look(element);
  const alerts = alertsNow();
  const endOfEvents = hearTellTales(signal);
  const outlined = outlines?.watch();
  const tell = (): Outcome => {
    const after = look(element, since);
    const told = endOfEvents();
    // An address change unloads or redraws the page: whatever else is new came with it.
    if (after.address !== before.address) return { effect: "navigated" };
    if (told.has("invalid") || after.invalid > before.invalid) return { effect: "invalid" };
    const alert = newAlert(alerts, { lookup, since });
    if (alert) return alert;
    if (isMore(before, after)) return { effect: "opened" };
    if (isMore(after, before)) return { effect: "closed" };
    if (after.chosen !== before.chosen) told.add("changed");
    const effect = (["opened", "closed", "changed"] as const).find((one) => told.has(one));
    return { effect: effect ?? outlined?.() ?? "nothing" };
  };
  return Object.assign(tell, { end: endOfEvents });
}

/** Whether something is open in `after` that was not before. */
const isMore = (before: Look, after: Look): boolean =>
  (after.expanded && !before.expanded) || after.open.some((one) => !before.open.includes(one));

/** The effect alone. */
export function watchEffect(element: Element, watching: Watching = {}): () => Effect {
  const outcome = watchOutcome(element, watching);
  return () => outcome().effect;
}

type Look = ReturnType<typeof look>;
const look = (element: Element, since?: number) => ({
  expanded: isExpanded(element),
  chosen: isChecked(element) || attribute(element, "aria-selected") === "true",
  invalid: lastFound(invalid, since).length,
  open: firstOf(lastFound(overlay, since), mostOverlays).filter((one) => fits(one, overlay) && isShown(one)),
  // Compared here and forgotten with the act; it goes nowhere.
  address: location.href,
});
