// What an act did to its own element: flags before and after, no observer.
import type { Effect } from "../../schemas/step.ts";
import { attribute } from "./native.ts";
import { isChecked, isExpanded } from "./state.ts";

/** Remembers an element's flags now, and tells later what became of them. */
export function watchEffect(element: Element): () => Effect {
  const flags = () => ({
    expanded: isExpanded(element),
    chosen: isChecked(element) || attribute(element, "aria-selected") === "true",
    invalid: attribute(element, "aria-invalid") === "true",
    // Compared here and forgotten with the act; it goes nowhere.
    address: location.href,
  });
  const before = flags();
  return () => {
    const after = flags();
    if (after.address !== before.address) return "navigated";
    if (after.expanded !== before.expanded) return after.expanded ? "opened" : "closed";
    if (after.invalid && !before.invalid) return "invalid";
    return after.chosen !== before.chosen ? "changed" : "nothing";
  };
}
